// «Ocultar pantalla»: by its button, or by Shift three times within five seconds.
// First the screen goes opaque, with no network in between; then what was typed is kept and the server is told to lock the session, however
// long that takes; then this page is replaced, so that «back» does not return to it.
import { guardarYa } from "./autoguardado.js";

const formulario = document.querySelector("form[data-ocultar]");
const PAUSA = "Pausa";
const PLAZO_MS = 5000;
const REINTENTO_MS = 3000;

let oculta = false;

function bajarTelon() {
  const telon = document.createElement("div");
  telon.className = "s-telon";
  telon.tabIndex = -1;
  telon.textContent = PAUSA;
  document.title = PAUSA;
  for (const dialogo of document.querySelectorAll("dialog[open]")) {
    dialogo.close(); // the top layer would stand above the curtain
  }
  document.body.hidden = true;
  document.documentElement.append(telon);
  telon.focus();
}

async function cerrarSesion() {
  await guardarYa();
  try {
    // «manual»: the answer is a redirect, and any answer at all means the server heard.
    await fetch(formulario.action, { method: "POST", body: new FormData(formulario), redirect: "manual", keepalive: true });
    location.replace(formulario.action);
  } catch {
    setTimeout(cerrarSesion, REINTENTO_MS); // no network: nothing is shown until it is back
  }
}

function ocultar() {
  if (!oculta) {
    oculta = true;
    bajarTelon();
    cerrarSesion();
  }
}

if (formulario) {
  formulario.addEventListener("submit", (e) => {
    e.preventDefault();
    ocultar();
  });

  let pulsos = [];
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Shift") {
      pulsos = []; // Shift as part of typing does not count
    } else if (!e.repeat) {
      pulsos = [...pulsos.filter((t) => e.timeStamp - t < PLAZO_MS), e.timeStamp];
      if (pulsos.length >= 3) {
        ocultar();
      }
    }
  });
}

// A page brought back whole from the browser's memory shows what it showed: it is asked for again instead.
window.addEventListener("pageshow", (e) => {
  if (e.persisted) {
    location.reload();
  }
});
