// How long an identity stays shown: <span data-hasta="2026-11-24T12:10:00Z">. At zero the page is asked for again, and the server, which
// decides by its own clock, sends it masked. Readers are told at the start and in the last minute, not each second.
const ultimoMinuto = 60;
const menosDeUno = document.documentElement.lang.startsWith("en") ? "less than 1 minute" : "menos de 1 minuto";

function contar(elemento) {
  const hasta = Date.parse(elemento.dataset.hasta);
  if (Number.isNaN(hasta)) {
    return;
  }

  const cifras = document.createElement("span");
  cifras.setAttribute("aria-hidden", "true");
  const voz = document.createElement("span");
  voz.className = "s-solo-lectores";
  voz.setAttribute("role", "status");
  elemento.replaceChildren(cifras, voz);

  let dicho = null;
  const latir = () => {
    const faltan = Math.max(0, Math.ceil((hasta - Date.now()) / 1000));
    const minutos = Math.floor(faltan / 60);
    cifras.textContent = `${minutos}:${String(faltan % 60).padStart(2, "0")}`;

    const decir = faltan <= ultimoMinuto ? menosDeUno : `${minutos} min`;
    if (dicho === null || (faltan <= ultimoMinuto && dicho !== decir)) {
      voz.textContent = dicho = decir;
    }

    if (faltan === 0) {
      clearInterval(reloj);
      location.reload();
    }
  };
  const reloj = setInterval(latir, 1000);
  latir();
}

document.querySelectorAll("[data-hasta]").forEach(contar);
