// Two minutes before a session without use is paused, it is said, in time to go on: <body data-inactividad="seconds">. The server decides when
// the session ends, whatever is shown here, and keeps what was typed; without this module the door says so afterwards.
// Tabs of one session tell one another that it was used.
const AVISO_MS = 120000;
const limite = Number(document.body.dataset.inactividad) * 1000;
const ingles = document.documentElement.lang.startsWith("en");
const textos = ingles
  ? {
    titulo: "Your session will be paused in 2 minutes",
    cuerpo: "For safety it is paused when it is not used. What you typed in a form with autosave is kept.",
    terminada: "Your session was paused. Sign in to go on where you were.",
    seguir: "Keep working",
    entrar: "Sign in",
    pausar: "Pause now",
  }
  : {
    titulo: "Su sesión se pausará en 2 minutos",
    cuerpo: "Por seguridad se pausa cuando no se usa. Lo capturado en un formulario con autoguardado se conserva.",
    terminada: "Su sesión se pausó. Entre para seguir donde estaba.",
    seguir: "Seguir trabajando",
    entrar: "Entrar",
    pausar: "Pausar ahora",
  };

class AvisoDeSesion {
  constructor() {
    this.canal = new BroadcastChannel("sintra-sesion");
    this.canal.addEventListener("message", () => this.contar());
    // What is kept by itself is use of the session as well.
    document.addEventListener("sintra:uso", () => this.usar());
    document.addEventListener("visibilitychange", () => this.mirar());

    this.titulo = this.crear("h2", "s-dialogo__titulo", textos.titulo);
    this.titulo.id = "aviso-de-sesion";
    this.cuerpo = this.crear("p", "", textos.cuerpo);
    this.cuerpo.id = "aviso-de-sesion-cuerpo";
    this.seguir = this.crear("button", "govuk-button", textos.seguir);
    this.pausar = this.crear("button", "govuk-button govuk-button--secondary", textos.pausar);
    const botones = this.crear("div", "s-botones", "");
    botones.append(this.seguir, this.pausar);

    this.dialogo = this.crear("dialog", "s-dialogo s-no-imprimir", "");
    this.dialogo.setAttribute("aria-labelledby", this.titulo.id);
    this.dialogo.setAttribute("aria-describedby", this.cuerpo.id);
    this.dialogo.append(this.titulo, this.cuerpo, botones);
    document.body.append(this.dialogo);

    this.seguir.addEventListener("click", () => this.continuar());
    this.pausar.addEventListener("click", () => this.pausarYa());
    this.dialogo.addEventListener("cancel", (e) => {
      e.preventDefault(); // Escape is a use of the session, and goes on with it
      this.continuar();
    });
    this.usar();
  }

  crear(elemento, clase, texto) {
    const nuevo = document.createElement(elemento);
    nuevo.className = clase;
    nuevo.textContent = texto;
    if (elemento === "button") {
      nuevo.type = "button";
    }
    return nuevo;
  }

  usar() {
    this.contar();
    this.canal.postMessage("uso");
  }

  contar() {
    this.ultima = Date.now();
    this.mirar();
  }

  // By the clock on the wall: while the machine sleeps no timer runs.
  mirar() {
    clearTimeout(this.espera);
    const queda = this.ultima + limite - Date.now();
    if (queda > AVISO_MS) {
      this.dialogo.close();
      this.espera = setTimeout(() => this.mirar(), queda - AVISO_MS);
      return;
    }
    this.avisar(queda <= 0);
    if (queda > 0) {
      this.espera = setTimeout(() => this.mirar(), queda);
    }
  }

  avisar(terminada) {
    this.titulo.textContent = terminada ? textos.terminada : textos.titulo;
    this.cuerpo.hidden = terminada;
    this.pausar.hidden = terminada;
    this.seguir.textContent = terminada ? textos.entrar : textos.seguir;
    this.terminada = terminada;
    if (!this.dialogo.open && !document.querySelector(".s-telon")) {
      this.dialogo.showModal(); // focus goes to its first button, and back to where it was when it closes
    }
  }

  async continuar() {
    if (this.terminada) {
      location.reload();
      return;
    }
    try {
      await fetch("/ayuda", { cache: "no-store", credentials: "same-origin" });
      this.usar();
    } catch {
      this.dialogo.close(); // no network: the server decides when it is back
    }
  }

  pausarYa() {
    this.dialogo.close();
    document.querySelector("form[data-ocultar]")?.requestSubmit();
  }
}

if (limite > 0) {
  new AvisoDeSesion();
}
