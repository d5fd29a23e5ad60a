// Long forms by keyboard: Tab goes from answer to answer. What stands beside each question, its help and why there is no answer, is reached
// with F1 and F2 from wherever one is in it, and with Tab again once it says something. Everything stays where pointer and screen reader find it.
// Letters lead to the option that begins so, as in the browser's own lists.
import { alternar } from "./ayuda.js";

const texto = document.documentElement.lang.startsWith("en")
  ? "By keyboard: F1 opens the help of the question; F2 goes to why there is no answer; letters go to the option that begins so; Enter continues."
  : "Con el teclado: F1 abre la ayuda de la pregunta; F2 lleva a «o bien»; las letras llevan a la opción que empieza así; Intro continúa.";

const PAUSA_MS = 900; // letters closer than this are one word

const estadosDe = (fila) => [...fila.querySelectorAll("input")];

// A row that says something is in the way of Tab, one that says nothing is not.
function ajustar(fila) {
  const dice = estadosDe(fila).some((e) => e.checked && e.value !== "");
  estadosDe(fila).forEach((e) => {
    e.tabIndex = dice ? 0 : -1;
  });
}

const limpio = (palabras) => palabras.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

let escrito = "";
let ultima = 0;

// The next option, after the one with the focus, that begins with the letters just typed; one radio has the focus when it is chosen.
function alEscribir(e) {
  const grupo = e.key.length === 1 && e.key !== " " && !e.altKey && !e.ctrlKey && !e.metaKey && e.target.matches(".s-opciones input") && e.target.closest(".s-campo__grupo");
  if (!grupo) {
    return;
  }
  escrito = e.timeStamp - ultima < PAUSA_MS ? escrito + limpio(e.key) : limpio(e.key);
  ultima = e.timeStamp;
  const opciones = [...grupo.querySelectorAll(".s-opciones input")].filter((o) => o.name === e.target.name && o.value !== "");
  const aqui = opciones.indexOf(e.target) + (escrito.length > 1 ? 0 : 1);
  const hallada = [...opciones.slice(aqui), ...opciones.slice(0, aqui)].find((o) => limpio(o.labels[0].textContent).startsWith(escrito));
  if (hallada) {
    e.preventDefault();
    hallada.focus();
    if (hallada.type === "radio" && !hallada.checked) {
      hallada.checked = true;
      hallada.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

function alTeclear(e) {
  const campo = (e.key === "F1" || e.key === "F2") && !e.altKey && !e.ctrlKey && !e.shiftKey && !e.metaKey && e.target.closest(".s-campo");
  const destino = campo && campo.querySelector(e.key === "F1" ? "a.s-ayuda" : ".s-estado");
  if (!destino) {
    return;
  }
  e.preventDefault(); // the browser's own help
  if (e.key === "F1") {
    alternar(destino);
  } else {
    (estadosDe(destino).find((r) => r.checked) ?? estadosDe(destino)[0]).focus();
  }
}

for (const formulario of document.querySelectorAll("form.s-formulario")) {
  const filas = formulario.querySelectorAll(".s-estado");
  if (filas.length > 0) {
    filas.forEach(ajustar);
    formulario.querySelectorAll("a.s-ayuda").forEach((a) => {
      a.tabIndex = -1;
    });
    formulario.addEventListener("change", () => filas.forEach(ajustar));
    formulario.addEventListener("keydown", alTeclear);
    formulario.addEventListener("keydown", alEscribir);
    const nota = document.createElement("p");
    nota.className = "s-pista s-teclas";
    nota.textContent = texto;
    formulario.prepend(nota);
  }
}
