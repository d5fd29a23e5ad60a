// A list that opens under a text field, for catalogues too long for a <select> (places, institutions, languages).
//   <input name="lugar.municipio" data-combo-url="/diccionario/opciones/municipios" data-combo-con="lugar.entidad" …>
// The address answers the whole catalogue, [["20208", "San Juan Mixtepec (20208)"], …], once; what is typed is looked up here and goes
// nowhere: the field may be sealed, and a request would leave it in an address. The name goes into the field, chosen or typed, and the
// server finds its code when the form is sent. Pattern: WAI-ARIA 1.2, list autocomplete with manual selection.
// data-combo-varias: a choice becomes a ticked box in the [data-combo-elegidas] of the same name, and the field is free for the next.
// data-combo-con="lugar.entidad": only options whose code begins with that field's value (the municipalities of a state).
const MINIMO = 2;
const MAXIMO = 12;
const idioma = document.documentElement.lang.startsWith("en")
  ? { ninguno: "No results. You may leave the text as it is.", uno: "1 result", varios: (n) => `${n} results`, agregada: (x) => `${x}: added` }
  : { ninguno: "Sin resultados. Puede dejar el texto como está.", uno: "1 resultado", varios: (n) => `${n} resultados`, agregada: (x) => `${x}: se agregó` };

const catalogos = new Map();
let numero = 0;

// Accents, capitals and signs apart, as the server compares them.
const limpio = (texto) => texto.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

// Once a page, whoever asks for it; a failure is forgotten, so that the next touch of the field tries again.
function traer(direccion) {
  if (!catalogos.has(direccion)) {
    catalogos.set(direccion, fetch(direccion, { headers: { Accept: "application/json" } })
      .then((respuesta) => respuesta.json())
      .then((filas) => filas.map(([codigo, nombre]) => ({ codigo, nombre, limpio: limpio(nombre) })))
      .catch(() => {
        catalogos.delete(direccion);
        return [];
      }));
  }
  return catalogos.get(direccion);
}

// Best first: the name is or begins so, the code begins so, a word does, the name holds it.
function lugarDe(opcion, texto, escrito) {
  return opcion.limpio === texto ? 0
    : opcion.limpio.startsWith(texto) ? 1
    : opcion.codigo.toLowerCase().startsWith(escrito) ? 2
    : opcion.limpio.includes(` ${texto}`) ? 3
    : opcion.limpio.includes(texto) ? 4
    : -1;
}

function crear(etiqueta, atributos, ...hijos) {
  const elemento = document.createElement(etiqueta);
  for (const [nombre, valor] of Object.entries(atributos)) {
    elemento.setAttribute(nombre, valor);
  }
  elemento.append(...hijos);
  return elemento;
}

class Combo {
  constructor(campo) {
    const id = `combo-${++numero}`;
    this.campo = campo;
    this.opciones = [];
    this.activa = -1;

    this.lista = crear("ul", { id, role: "listbox", class: "s-combo__lista", hidden: "" });
    this.lista.setAttribute("aria-label", campo.labels?.[0]?.textContent.trim() ?? "");
    this.voz = crear("div", { role: "status", class: "s-solo-lectores" });

    const marco = crear("div", { class: "s-combo" });
    campo.replaceWith(marco);
    marco.append(campo, this.lista, this.voz);
    for (const [nombre, valor] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", id], ["autocomplete", "off"]]) {
      campo.setAttribute(nombre, valor);
    }

    campo.addEventListener("focus", () => traer(campo.dataset.comboUrl));
    campo.addEventListener("input", () => this.alEscribir());
    campo.addEventListener("keydown", (e) => this.alTeclear(e));
    campo.addEventListener("blur", () => this.cerrar());
    this.lista.addEventListener("mousedown", (e) => e.preventDefault()); // the field keeps the focus
    this.lista.addEventListener("click", (e) => this.elegir([...this.lista.children].indexOf(e.target.closest("li"))));
  }

  async alEscribir() {
    const opciones = await traer(this.campo.dataset.comboUrl);
    const escrito = this.campo.value.trim(); // as it is now: the catalogue may have taken its time
    const texto = limpio(escrito);
    if (texto.length < MINIMO || opciones.length === 0) {
      this.cerrar(); // without the catalogue, what was typed is still good
      return;
    }
    const con = this.campo.dataset.comboCon;
    const inicio = (con && this.campo.form?.elements.namedItem(con)?.value) || "";
    this.mostrar(opciones
      .filter((opcion) => opcion.codigo.startsWith(inicio))
      .map((opcion) => ({ opcion, lugar: lugarDe(opcion, texto, escrito.toLowerCase()) }))
      .filter(({ lugar }) => lugar >= 0)
      .sort((a, b) => a.lugar - b.lugar)
      .slice(0, MAXIMO)
      .map(({ opcion }) => opcion));
  }

  mostrar(opciones) {
    this.opciones = opciones;
    this.activa = -1;
    this.lista.replaceChildren(...opciones.map((opcion, n) => {
      const linea = crear("li", { id: `${this.lista.id}-${n}`, role: "option", class: "s-combo__opcion", "aria-selected": "false" }, opcion.nombre);
      return linea;
    }));
    this.abrir(opciones.length > 0 && document.activeElement === this.campo);
    this.voz.textContent = opciones.length === 0 ? idioma.ninguno : opciones.length === 1 ? idioma.uno : idioma.varios(opciones.length);
  }

  alTeclear(e) {
    const abierta = !this.lista.hidden;
    if (e.key === "Escape" && abierta) {
      this.cerrar();
    } else if (e.key === "Enter" && abierta && this.activa >= 0) {
      this.elegir(this.activa);
    } else if ((e.key === "ArrowDown" || e.key === "ArrowUp") && this.opciones.length > 0) {
      this.abrir(true);
      const paso = e.key === "ArrowDown" ? 1 : -1;
      const vueltas = this.opciones.length;
      this.activar(this.activa < 0 ? (paso > 0 ? 0 : vueltas - 1) : (this.activa + paso + vueltas) % vueltas);
    } else {
      return;
    }
    e.preventDefault();
  }

  activar(n) {
    this.activa = n;
    [...this.lista.children].forEach((linea, i) => linea.setAttribute("aria-selected", String(i === n)));
    const linea = this.lista.children[n];
    linea?.scrollIntoView({ block: "nearest" });
    if (linea) {
      this.campo.setAttribute("aria-activedescendant", linea.id);
    } else {
      this.campo.removeAttribute("aria-activedescendant");
    }
  }

  elegir(n) {
    const opcion = this.opciones[n];
    if (opcion) {
      if ("comboVarias" in this.campo.dataset) {
        this.agregar(opcion);
      } else {
        this.campo.value = opcion.nombre;
      }
      this.campo.dispatchEvent(new Event("change", { bubbles: true })); // conditions may look at it
      this.cerrar();
    }
  }

  agregar(opcion) {
    const nombre = this.campo.name;
    const elegidas = document.querySelector(`[data-combo-elegidas="${CSS.escape(nombre)}"]`);
    const puesta = [...elegidas.querySelectorAll("input")].find((c) => c.value === opcion.codigo);
    if (puesta) {
      puesta.checked = true;
    } else {
      const casilla = crear("input", { type: "checkbox", name: nombre, value: opcion.codigo });
      casilla.checked = true;
      elegidas.append(crear("label", {}, casilla, opcion.nombre));
    }
    this.campo.value = "";
    this.voz.textContent = idioma.agregada(opcion.nombre);
  }

  abrir(si) {
    this.lista.hidden = !si;
    this.campo.setAttribute("aria-expanded", String(si));
  }

  cerrar() {
    this.abrir(false);
    this.activar(-1);
  }
}

document.querySelectorAll("input[data-combo-url]").forEach((campo) => new Combo(campo));
