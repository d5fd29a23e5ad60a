// Keeps on the server what is typed into a form, two seconds after the last key and when the page is left: <form data-autoguardado="/address">.
// Only the fields that were touched are sent: what was merely shown, above all what was revealed, is not this form's to keep. Nothing is
// checked, and nothing stays in the browser: without a network what was typed stays in its boxes, and the page asks not to be closed.
const ESPERA_MS = 2000;
const REINTENTO_MS = [2000, 4000, 8000, 16000, 30000];
const PLAZO_MS = 10000;
const MAXIMO_AL_SALIR = 60000; // a request that outlives its page may carry 64 KiB
const ingles = document.documentElement.lang.startsWith("en");
const textos = ingles
  ? {
    guardado: (hora) => `Saved at ${hora}`,
    sinConexion: "No connection: do not close this page, it will be saved when it is back",
    sinSesion: "Your session has ended. Press save and sign in: what you wrote will not be lost",
    noCabe: "This can no longer be kept by itself. Save the page",
  }
  : {
    guardado: (hora) => `Guardado a las ${hora}`,
    sinConexion: "Sin conexión: no cierre esta página, se guardará al volver",
    sinSesion: "Su sesión terminó. Oprima guardar y entre: no se perderá lo que escribió",
    noCabe: "Esto ya no se puede guardar solo. Guarde la página",
  };

const formulario = document.querySelector("form[data-autoguardado]");
// What the page itself adds to the form, and is no answer.
const AJENOS = ["__RequestVerificationToken", "version", "mostrado", "agregar", "abrir", "soltar", "seguir", "handler"];

class Autoguardado {
  constructor() {
    this.tocados = new Set(JSON.parse(formulario.dataset.tocados || "[]"));
    this.enfocado = formulario.dataset.enfocado ?? null;
    this.pendiente = "porGuardar" in formulario.dataset && this.tocados.size > 0;
    this.fallas = 0;
    this.sinRed = false;
    this.cerrado = false;
    this.insiste = false;
    this.curso = null;
    this.corte = null;
    this.espera = 0;

    this.voz = document.createElement("p");
    this.voz.className = "s-autoguardado s-no-imprimir";
    this.voz.setAttribute("role", "status");
    formulario.append(this.voz);

    formulario.addEventListener("input", (e) => this.tocar(e.target));
    formulario.addEventListener("change", (e) => this.tocar(e.target));
    formulario.addEventListener("focusin", (e) => {
      if (e.target.name) {
        this.enfocado = e.target.name;
      }
    });
    formulario.addEventListener("submit", (e) => this.alEnviar(e));
    document.querySelectorAll("form[data-descartar]").forEach((f) => f.addEventListener("submit", () => this.cerrar()));
    window.addEventListener("pagehide", () => this.alSalir());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.guardar());
    window.addEventListener("online", () => this.pendiente && this.guardar());
    window.addEventListener("beforeunload", (e) => {
      if (this.sinRed && this.pendiente && !this.cerrado) {
        e.preventDefault();
      }
    });
    if (this.pendiente) {
      this.guardar();
    }
  }

  tocar(control) {
    if (!control.name || AJENOS.includes(control.name)) {
      return;
    }
    this.tocados.add(control.name);
    this.pendiente = true;
    clearTimeout(this.espera);
    this.espera = setTimeout(() => this.guardar(), ESPERA_MS);
  }

  valores(nombre) {
    return [...formulario.elements].filter((c) => c.name === nombre && c.type !== "submit").flatMap((c) => {
      if (c.type === "checkbox" || c.type === "radio") {
        return c.checked ? [c.value] : [];
      }
      return c instanceof HTMLSelectElement ? [...c.selectedOptions].map((o) => o.value) : [c.value];
    });
  }

  cuerpo() {
    return JSON.stringify({
      ruta: formulario.dataset.autoguardado,
      version: formulario.elements.namedItem("version")?.value ?? null,
      campos: Object.fromEntries([...this.tocados].map((nombre) => [nombre, this.valores(nombre)])),
      mostrado: formulario.elements.namedItem("mostrado")?.value ?? null,
      enfocado: this.enfocado,
    });
  }

  pedir(cuerpo, opciones) {
    return fetch("/borradores", {
      method: "POST",
      body: cuerpo,
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        RequestVerificationToken: formulario.elements.namedItem("__RequestVerificationToken").value,
      },
      ...opciones,
    });
  }

  /** One at a time; what is typed meanwhile goes in the next. */
  guardar() {
    clearTimeout(this.espera);
    if (this.cerrado || !this.pendiente) {
      return this.curso ?? Promise.resolve();
    }
    this.curso ??= this.intentar().finally(() => {
      this.curso = null;
    });
    return this.curso;
  }

  async intentar() {
    this.pendiente = false;
    this.corte = new AbortController();
    let respuesta = null;
    try {
      respuesta = await this.pedir(this.cuerpo(), { signal: AbortSignal.any([this.corte.signal, AbortSignal.timeout(PLAZO_MS)]) });
    } catch {
      // no network
    }
    if (this.cerrado) {
      return;
    }
    if (respuesta?.status === 204) {
      this.fallas = 0;
      this.sinRed = this.insiste = false;
      this.decir(textos.guardado(respuesta.headers.get("Sintra-Hora")));
      document.dispatchEvent(new CustomEvent("sintra:uso"));
    } else if (respuesta === null || respuesta.status >= 500 || respuesta.status === 429) {
      this.pendiente = true;
      this.sinRed = true;
      this.decir(textos.sinConexion);
      clearTimeout(this.espera);
      this.espera = setTimeout(() => this.guardar(), REINTENTO_MS[Math.min(this.fallas++, REINTENTO_MS.length - 1)]);
    } else {
      this.sinRed = false;
      this.decir(respuesta.status === 401 ? textos.sinSesion : textos.noCabe);
    }
  }

  // While there is no network the page that holds what was typed is not given up for an error of the browser's; whoever presses again is heard.
  alEnviar(e) {
    if (this.sinRed && this.pendiente && !this.insiste) {
      e.preventDefault();
      this.insiste = true;
      this.guardar();
      return;
    }
    this.cerrar();
  }

  // Nothing on its way may arrive after the page itself and bring back as a draft what has just been saved.
  cerrar() {
    this.cerrado = true;
    this.corte?.abort();
    clearTimeout(this.espera);
  }

  alSalir() {
    if (this.cerrado || !(this.pendiente || this.curso)) {
      return;
    }
    const cuerpo = this.cuerpo();
    if (new Blob([cuerpo]).size <= MAXIMO_AL_SALIR) {
      this.pendiente = false;
      this.pedir(cuerpo, { keepalive: true }).catch(() => {});
    }
  }

  decir(texto) {
    if (this.voz.textContent !== texto) {
      this.voz.textContent = texto;
    }
  }

  /** Back to the field where the person was, unless the page has something to say first. */
  enfocar() {
    const nombre = formulario.dataset.enfocado;
    if (!nombre || document.querySelector(".govuk-error-summary")) {
      return;
    }
    const controles = [...formulario.elements].filter((c) => c.name === nombre && c.type !== "hidden");
    const control = controles.find((c) => c.checked) ?? controles[0];
    control?.closest("details")?.setAttribute("open", "");
    control?.focus();
    if (control?.type === "text" || control instanceof HTMLTextAreaElement) {
      control.setSelectionRange(control.value.length, control.value.length);
    }
  }
}

const autoguardado = formulario ? new Autoguardado() : null;
autoguardado?.enfocar();

/** Keeps at once what is pending; for «Ocultar pantalla», which leaves the page whatever the answer. */
export async function guardarYa() {
  await autoguardado?.guardar();
  if (autoguardado?.pendiente) {
    await autoguardado.guardar(); // typed while the other was on its way
  }
}
