// Hides the questions whose condition does not hold. The server decides again on what arrives; nothing is cleared, so that changing an answer
// back brings back what was typed. Conditions come as the dictionary's, parsed by the server into data-condicion:
//   {"op":"es","campo":"x","codigo":"A"} · {"op":"en","campo":"x","codigos":["A","B"]} · {"op":"lleno","campo":"x"}
//   {"op":"y"|"o","de":[…]} · {"op":"no","de":…}
// A name is looked for in the same row first (grupo[n].x), then alone. Every test is false without a value.
// A name that is nowhere on this page may have been answered on another: what depends on it stays in sight (null: unknown).

/** The row an element stands in: «explotacion[2].», or nothing. */
function filaDe(elemento) {
  const campo = elemento.dataset.fila ?? elemento.querySelector("[name*='].']")?.name ?? "";
  return /^[^.[\]]+\[[^\]]+\]\./.exec(campo)?.[0] ?? "";
}

function controles(formulario, nombre) {
  const hallado = formulario.elements.namedItem(nombre);
  return hallado === null ? [] : hallado instanceof RadioNodeList ? [...hallado] : [hallado];
}

/** Values given under a name; null when the page has no such field. */
function valores(formulario, fila, campo) {
  for (const nombre of fila ? [fila + campo, campo] : [campo]) {
    // A place is several controls (x.pais, x.entidad …): asked whole, it is full when any part is.
    const partes = controles(formulario, nombre);
    const lista = partes.length > 0 ? partes : [...formulario.elements].filter((c) => c.name?.startsWith(`${nombre}.`) && !esMatiz(c, nombre));
    if (lista.length > 0) {
      return lista.flatMap(valoresDe);
    }
  }
  return null;
}

// «No sabe» and its sisters are no value; nor is how a value is known.
const esMatiz = (control, nombre) => ["estado", "aproximada", "clase", "fuente"].includes(control.name.slice(nombre.length + 1));

function valoresDe(control) {
  if (control.disabled || control.type === "button" || control.type === "submit") {
    return [];
  }
  if (control.type === "radio" || control.type === "checkbox") {
    return control.checked && control.value !== "" ? [control.value] : []; // an empty radio undoes the choice
  }
  if (control instanceof HTMLSelectElement) {
    return [...control.selectedOptions].map((o) => o.value).filter((v) => v !== "");
  }
  return control.value?.trim() ? [control.value.trim()] : [];
}

/** true, false, or null where this page cannot know. */
export function evaluar(condicion, formulario, fila) {
  switch (condicion.op) {
    case "es":
      return cumple(condicion.campo, (v) => v.includes(condicion.codigo));
    case "en":
      return cumple(condicion.campo, (v) => v.some((x) => condicion.codigos.includes(x)));
    case "lleno":
      return cumple(condicion.campo, (v) => v.length > 0);
    case "no": {
      const dentro = evaluar(condicion.de, formulario, fila);
      return dentro === null ? null : !dentro;
    }
    case "y":
    case "o": {
      const decide = condicion.op === "o";
      const partes = condicion.de.map((c) => evaluar(c, formulario, fila));
      return partes.includes(decide) ? decide : partes.includes(null) ? null : !decide;
    }
    default:
      return null;
  }

  function cumple(campo, prueba) {
    const dados = valores(formulario, fila, campo);
    return dados === null ? null : prueba(dados);
  }
}

function aplicar(formulario) {
  // In the order of the page, so that a question that opens another is settled first.
  for (const elemento of formulario.querySelectorAll("[data-condicion]")) {
    const condicion = leer(elemento);
    if (condicion) {
      elemento.hidden = evaluar(condicion, formulario, filaDe(elemento)) === false;
    }
  }
}

const leidas = new WeakMap();

function leer(elemento) {
  if (!leidas.has(elemento)) {
    let condicion = null;
    try {
      condicion = JSON.parse(elemento.dataset.condicion);
    } catch {
      // not of the grammar: the question stays in sight, and the server decides
    }
    leidas.set(elemento, condicion);
  }
  return leidas.get(elemento);
}

for (const formulario of document.querySelectorAll("form")) {
  if (formulario.querySelector("[data-condicion]")) {
    formulario.addEventListener("change", () => aplicar(formulario));
    aplicar(formulario);
  }
}
