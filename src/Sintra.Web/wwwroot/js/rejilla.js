// A grid of native controls (table[data-rejilla]) that the keyboard walks and that takes a block of a spreadsheet. The server reads the same
// fields without it. Tab is left alone: it walks and leaves the table as always.
//   Enter, Shift+Enter, ↑, ↓: the same column, one row on or back; ←, →: the next cell, from a list or the end of a text; Esc: what the cell
//   held; Ctrl+D: what the cell above holds. A pasted block fills cells from the one in focus on, and adds the rows it needs.
const limpio = (texto) => texto.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const filasDe = (tabla) => [...tabla.tBodies[0].rows];
const controlDe = (fila, columna) => fila?.cells[columna]?.querySelector("input, select");

function ir(control) {
  control?.focus();
  control?.select?.();
}

// By value, by words, or by the only words that begin so; what is none of them stays as it came, and the server says so.
function poner(control, texto) {
  if (control.tagName !== "SELECT") {
    control.value = texto;
    return true;
  }
  const opciones = [...control.options];
  const dicho = limpio(texto);
  const principio = opciones.filter((o) => dicho.length > 2 && limpio(o.text).startsWith(dicho));
  const elegida = opciones.find((o) => o.value === texto)
    ?? opciones.find((o) => limpio(o.text) === dicho)
    ?? (principio.length === 1 ? principio[0] : undefined);
  if (!elegida) {
    control.add(new Option(texto, texto));
  }
  control.value = elegida?.value ?? texto;
  return Boolean(elegida);
}

function agregarFila(tabla) {
  const ultima = filasDe(tabla).at(-1);
  const [, antes] = controlDe(ultima, 0).name.match(/\[(\d+)\]/);
  const numero = Number(antes) + 1;
  const fila = ultima.cloneNode(true);
  fila.querySelectorAll(".s-error").forEach((error) => error.remove());
  fila.querySelectorAll("input, select").forEach((control, columna) => {
    const suyo = controlDe(ultima, columna);
    control.name = suyo.name.replace(`[${antes}]`, `[${numero}]`);
    control.id = suyo.id.replace(`-${antes}--`, `-${numero}--`);
    control.setAttribute("aria-label", suyo.getAttribute("aria-label").replace(/\d+$/, numero));
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-describedby");
    control.value = columna === 0 ? suyo.value.replace(/\d+$/, (n) => Number(n) + 1) : "";
  });
  ultima.after(fila);
}

// A cell with line breaks or quotes comes between quotes, doubled inside.
function leerBloque(texto) {
  const filas = [[]];
  for (const [, citada, llana, fin] of texto.replace(/\r\n?/g, "\n").matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    filas.at(-1).push((citada?.replaceAll('""', '"') ?? llana).replace(/\s+/g, " ").trim());
    if (fin === "\n") {
      filas.push([]);
    } else if (fin === "") {
      break;
    }
  }
  return filas.filter((celdas) => celdas.some((celda) => celda.length > 0));
}

function pegar(tabla, control, texto, dice) {
  const bloque = leerBloque(texto);
  const maximo = Number(tabla.dataset.maximo);
  const columna = control.closest("td").cellIndex;
  const primera = filasDe(tabla).indexOf(control.closest("tr"));
  const caben = bloque.slice(0, maximo - primera);
  while (filasDe(tabla).length < primera + caben.length) {
    agregarFila(tabla);
  }
  let sinReconocer = 0;
  caben.forEach((celdas, n) => celdas.forEach((celda, m) => {
    const destino = controlDe(filasDe(tabla)[primera + n], columna + m);
    if (destino && !poner(destino, celda)) {
      sinReconocer += 1;
    }
  }));
  const palabras = [dice.dataset.pegados.replace("{0}", caben.length).replace("{1}", sinReconocer)];
  if (caben.length < bloque.length) {
    palabras.push(dice.dataset.fuera.replace("{0}", bloque.length - caben.length));
  }
  dice.textContent = palabras.join(" ");
}

function destinoDe(evento, control) {
  const esLista = control.tagName === "SELECT";
  const entera = esLista || (control.selectionStart === 0 && control.selectionEnd === control.value.length); // as one comes to it
  const alInicio = entera || control.selectionEnd === 0;
  const alFinal = entera || control.selectionStart === control.value.length;
  switch (evento.key) {
    case "Enter": return [evento.shiftKey ? -1 : 1, 0];
    case "ArrowDown": return esLista || control.hasAttribute("list") ? null : [1, 0]; // there they choose
    case "ArrowUp": return esLista || control.hasAttribute("list") ? null : [-1, 0];
    case "ArrowRight": return alFinal ? [0, 1] : null;
    case "ArrowLeft": return alInicio ? [0, -1] : null;
    default: return null;
  }
}

for (const tabla of document.querySelectorAll("table[data-rejilla]")) {
  const dice = document.querySelector("[data-rejilla-dice]");
  let alEntrar = "";
  tabla.addEventListener("focusin", ({ target }) => {
    alEntrar = target.value ?? "";
  });
  tabla.addEventListener("paste", (evento) => {
    const texto = evento.clipboardData?.getData("text/plain") ?? "";
    if (evento.target.closest("td") && /[\t\n]/.test(texto.trim())) {
      evento.preventDefault();
      pegar(tabla, evento.target, texto, dice);
    }
  });
  tabla.addEventListener("keydown", (evento) => {
    const control = evento.target;
    const fila = control.closest("tr");
    if (!control.closest("td") || evento.altKey || evento.isComposing) {
      return;
    }
    const columna = control.closest("td").cellIndex;
    const filas = filasDe(tabla);
    const n = filas.indexOf(fila);
    if ((evento.ctrlKey || evento.metaKey) && evento.key.toLowerCase() === "d") {
      evento.preventDefault();
      if (n > 0) {
        poner(control, controlDe(filas[n - 1], columna).value);
      }
    } else if (evento.key === "Escape") {
      control.value = alEntrar;
    } else if (!evento.ctrlKey && !evento.metaKey && (!evento.shiftKey || evento.key === "Enter")) {
      const paso = destinoDe(evento, control);
      if (paso) {
        evento.preventDefault();
        ir(controlDe(filas[n + paso[0]], columna + paso[1]));
      }
    }
  });
}
