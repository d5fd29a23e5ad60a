// What a page gains with JavaScript. Every task works without it; no module here decides anything the server does not decide again.
import "./ocultar.js";
import "./condicional.js";
import "./autoguardado.js";
import "./combo.js";
import "./ayuda.js";
import "./teclado.js";
import "./cuenta-regresiva.js";
import "./menu.js";
import "./deshacer.js";
import "./rejilla.js";
import "./conteo.js";
import "./sesion.js";
