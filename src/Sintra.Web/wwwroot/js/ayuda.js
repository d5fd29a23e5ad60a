// Unfolds the help of a question under its title: <a class="s-ayuda" href="/diccionario?seccion=C#sexo">. The text is the dictionary's, asked
// for the first time it is wanted. Without script, or without a network, the link leads to the same text in the dictionary, in another tab.

function crear(etiqueta, atributos, ...hijos) {
  const elemento = document.createElement(etiqueta);
  for (const [nombre, valor] of Object.entries(atributos)) {
    elemento.setAttribute(nombre, valor);
  }
  elemento.append(...hijos);
  return elemento;
}

async function traer(enlace) {
  const respuesta = await fetch(`/diccionario/ayuda/${enlace.hash.slice(1)}`, { headers: { Accept: "application/json" } });
  const { lengua, partes } = await respuesta.json();
  const hoja = crear("dl", { class: "s-ayuda__hoja", hidden: "" });
  for (const [titulo, texto] of partes) {
    hoja.append(crear("dt", {}, titulo), crear("dd", lengua ? { lang: lengua } : {}, texto));
  }
  enlace.after(hoja);
  return hoja;
}

const hojas = new WeakMap();

/** Shows the help of a question, or hides it again. */
export async function alternar(enlace) {
  try {
    if (!hojas.has(enlace)) {
      hojas.set(enlace, traer(enlace));
    }
    const hoja = await hojas.get(enlace);
    hoja.hidden = !hoja.hidden;
    enlace.setAttribute("aria-expanded", String(!hoja.hidden));
  } catch {
    hojas.delete(enlace);
    window.open(enlace.href, "_blank", "noopener");
  }
}

for (const enlace of document.querySelectorAll("a.s-ayuda")) {
  enlace.setAttribute("role", "button");
  enlace.setAttribute("aria-expanded", "false");
  enlace.addEventListener("click", (e) => {
    e.preventDefault();
    alternar(enlace);
  });
  enlace.addEventListener("keydown", (e) => {
    if (e.key === " ") {
      e.preventDefault();
      alternar(enlace);
    }
  });
}
