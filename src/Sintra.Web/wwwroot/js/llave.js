// Passkeys: a button asks the server for a challenge, the device signs it (and asks for fingerprint, face or PIN), and the answer goes with the
// button's own form. Nothing is decided here: what the device says is checked on the server, once.
const CEREMONIAS = {
  crear: (publicKey) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) }),
  usar: (publicKey) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) }),
};

const hayApoyo = () => typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === "function";

async function pedirReto(boton, formulario) {
  const ficha = new FormData();
  ficha.set("__RequestVerificationToken", formulario.elements.namedItem("__RequestVerificationToken").value);
  const respuesta = await fetch(boton.dataset.llaveReto, { method: "POST", body: ficha, headers: { Accept: "application/json" } });
  if (!respuesta.ok) {
    throw new Error(`${boton.dataset.llaveReto}: ${respuesta.status}`);
  }
  return respuesta.json();
}

async function firmar(boton) {
  const formulario = boton.form;
  const aviso = formulario.querySelector("[data-llave-aviso]");
  aviso.textContent = "";
  if (!hayApoyo()) {
    aviso.textContent = aviso.dataset.sinApoyo;
    return;
  }
  if (boton.dataset.llave === "crear" && !formulario.reportValidity()) {
    return; // before the device keeps a key that the server would refuse
  }

  boton.disabled = true;
  try {
    const credencial = await CEREMONIAS[boton.dataset.llave](await pedirReto(boton, formulario));
    formulario.querySelector("input[name=Credencial]").value = JSON.stringify(credencial.toJSON());
  } catch {
    aviso.textContent = aviso.dataset.noSePudo; // closed by the person, timed out, or no key of theirs here: browsers do not say which
    return;
  } finally {
    boton.disabled = false;
  }
  formulario.requestSubmit(boton);
}

document.addEventListener("click", (e) => {
  const boton = e.target.closest("button[data-llave]");
  if (boton && boton.form.querySelector("input[name=Credencial]").value === "") {
    e.preventDefault();
    firmar(boton);
  }
});
