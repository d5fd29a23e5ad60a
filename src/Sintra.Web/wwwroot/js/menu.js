// The bar's menus close with Escape, and when the focus or the pointer goes elsewhere; <details> does the rest.
const menus = document.querySelectorAll("details.s-menu");

const cerrarSalvo = (donde) => {
  for (const menu of menus) {
    if (menu.open && !menu.contains(donde)) {
      menu.open = false;
    }
  }
};

if (menus.length > 0) {
  document.addEventListener("click", (e) => cerrarSalvo(e.target));
  document.addEventListener("focusin", (e) => cerrarSalvo(e.target));
  document.addEventListener("keydown", (e) => {
    const abierto = e.key === "Escape" && [...menus].find((m) => m.open && m.contains(document.activeElement));
    if (abierto) {
      abierto.open = false;
      abierto.querySelector("summary").focus();
    }
  });
}
