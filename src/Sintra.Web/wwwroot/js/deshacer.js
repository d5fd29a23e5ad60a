// The way back from the last save is offered for half a minute; the server would refuse it afterwards.
for (const formulario of document.querySelectorAll("form[data-deshacer]")) {
  setTimeout(() => formulario.remove(), Number(formulario.dataset.deshacer) * 1000);
}
