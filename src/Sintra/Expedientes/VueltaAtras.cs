namespace Sintra.Expedientes;

/// <summary>The way back to an earlier save, the same for the page of a file and that of an event.</summary>
internal static class VueltaAtras
{
    /// <summary>How long the last save can be undone, by who made it.</summary>
    public static readonly TimeSpan ParaDeshacer = TimeSpan.FromSeconds(30);

    /// <param name="version">The save to go back to; null undoes the last one.</param>
    public static string Motivo(Guid? version) => version is null ? "DESHACER" : "RESTAURAR";

    /// <summary>The rows as they stood after the save to go back to, or before the last one.</summary>
    public static IReadOnlyList<Documento> Antes(this VersionesDePagina versiones, Guid? version, Guid vista) =>
        (version ?? versiones.AntesDe(vista)) is { } meta ? versiones.En(meta) : [];

    /// <param name="cabeza">The head of the page as it stands.</param>
    /// <param name="vista">Version of the page that its reader saw.</param>
    public static Falla? Reparo(Documento? cabeza, Guid? version, Guid vista, VersionesDePagina versiones, Sesion sesion, TimeProvider reloj)
    {
        if (cabeza is null || cabeza.Version != vista)
        {
            return new(null, "Otra persona guardó cambios en esta página después. Lea cómo quedó antes de volver atrás.");
        }

        if (version is { } elegida)
        {
            return versiones.Conoce(elegida) ? null : new Falla(null, "Esa versión no es de esta página.");
        }

        return cabeza.EscritaPor == sesion.Cuenta && reloj.Ahora - cabeza.EscritaEn <= ParaDeshacer
            ? null
            : new Falla(null, "Ya pasó el tiempo para deshacer. En «Versiones de esta página» puede volver a lo que decía antes.");
    }

    /// <summary>Row by row what differs; a row that was not there then is taken out, and the head of a page not yet written says nothing.</summary>
    /// <param name="pagina">Key of the page.</param>
    /// <param name="claves">The page and the groups that it asks.</param>
    public static void Escribir(Guardado guardado, string pagina, IReadOnlyList<string> claves, IReadOnlyList<Documento> meta)
    {
        foreach (var actual in guardado.Dueno.Documentos.Where(s => claves.Contains(s.Clave)).ToList())
        {
            var antes = meta.SingleOrDefault(d => d.Clave == actual.Clave && d.Fila == actual.Fila);
            var esCabeza = actual.Clave == pagina && actual.Fila == 0;
            if (!esCabeza && antes?.Version == actual.Version)
            {
                continue;
            }

            var documento = guardado.Abrir(actual.Clave, actual.Fila);
            if (antes is not null)
            {
                documento.DecirComo(antes);
            }
            else if (esCabeza)
            {
                (documento.Abiertas, documento.Selladas, documento.ClavesSelladas, documento.Terminada) = ("{}", null, "", false);
            }
            else
            {
                documento.Retirada = true;
            }

            guardado.Firmar(documento);
        }
    }
}
