namespace Sintra.Expedientes;

/// <summary>What every step of a file leaves: its state, a row of its history, a fact in the log. Who may take it is asked before.</summary>
internal static class MoverExpediente
{
    extension(SintraDb db)
    {
        /// <summary>All but storing it.</summary>
        /// <param name="paginas">Keys of the pages to be corrected.</param>
        public MovimientoDeExpediente Mover(
            Expediente expediente, EstadoDeExpediente a, Sesion sesion, Bitacora bitacora, TimeProvider reloj, IReadOnlyList<string>? paginas = null)
        {
            var movimiento = new MovimientoDeExpediente
            {
                Expediente = expediente.Id,
                De = expediente.Estado,
                A = a,
                Paginas = paginas is { Count: > 0 } ? string.Join(',', paginas) : null,
                HechoEn = reloj.Ahora,
                HechoPor = sesion.Cuenta,
                Institucion = sesion.Institucion,
            };
            db.Add(movimiento);
            bitacora.Asentar(new ExpedienteMovido(expediente.Estado.Codigo, a.Codigo), expediente.Id);
            (expediente.Estado, expediente.Version) = (a, Uuid.Nuevo());
            return movimiento;
        }
    }
}
