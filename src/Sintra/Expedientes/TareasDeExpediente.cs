using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>A line of the file's task list.</summary>
/// <param name="Pendientes">Answers that the page still needs (R and C).</param>
/// <param name="Direccion">Its screen, below the file's own; null for tasks whose own screen is not open in this version.</param>
/// <param name="Vence">Until when the law gives to do it, by the clock of Mexico; null when it was done, or the law gives no term.</param>
public sealed record Tarea(Pagina Pagina, EstadoDeTarea Estado, int Pendientes, string? Direccion, DateTime? Vence = null);

/// <summary>The task list of a file, out of the dictionary's pages and of what has been answered.</summary>
public sealed class TareasDeExpediente(DiccionarioVigente diccionario, TimeProvider reloj)
{
    /// <param name="consentimientos">What has been answered of each purpose.</param>
    public IReadOnlyList<Tarea> De(ExpedienteLeido leido, IReadOnlyList<ConsentimientoPorFin> consentimientos)
    {
        return [.. diccionario.Paginas.Where(p => p.Tipo != "hecho").Select(pagina =>
        {
            if (pagina.Tipo == Consentimiento.Grupo)
            {
                var faltan = consentimientos.Count(c => c.Falta);
                return new Tarea(
                    pagina,
                    consentimientos.All(c => c.Ultimo is null) ? EstadoDeTarea.SinIniciar : faltan == 0 ? EstadoDeTarea.Completa : EstadoDeTarea.EnCurso,
                    faltan,
                    "consentimientos");
            }

            var preguntas = PreguntasDePagina.De(diccionario, pagina, leido.Expediente).ToList();
            var respuestas = leido.RealesDe(preguntas);
            var estado = Reglas.EstadoDe(pagina, preguntas, respuestas, leido.Contexto, leido.Cabeza(pagina.Clave)?.Terminada ?? false);
            var pendientes = estado == EstadoDeTarea.NoAplica ? 0 : Reglas.Pendientes(preguntas, respuestas, leido.Contexto, Requerido.R).Count;
            return new Tarea(pagina, estado, pendientes, pagina.Tipo == "generica" ? $"paginas/{pagina.Clave}{(PantallasDePagina.De(pagina, preguntas).Count > 1 ? "/pantallas/1" : "")}" : null)
            {
                Vence = estado != EstadoDeTarea.NoAplica && diccionario.Buscar(PlazoDeProcuraduria.Clave)?.Pagina == pagina.Clave
                    ? PlazoDeProcuraduria.Vence(leido.Reales.Unicas, leido.Expediente.Empezado(reloj))
                    : null,
            };
        })];
    }
}
