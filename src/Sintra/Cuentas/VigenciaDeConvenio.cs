namespace Sintra.Cuentas;

/// <summary>How an institution stands before the rule that only a convenio in force, or the law, lets it load.</summary>
public enum EstadoDeConvenio
{
    Exenta,
    Vigente,

    /// <summary>In force, and ends within <see cref="VigenciaDeConvenio.DiasDeAviso"/> days with nothing to follow.</summary>
    PorVencer,

    Vencido,
    Ninguno,
}

/// <param name="Fin">Last day without interruption; past when lapsed, null when exempt or when there never was one.</param>
/// <param name="Dias">Days left; 0 on the last one.</param>
public sealed record SituacionDeConvenio(EstadoDeConvenio Estado, DateOnly? Fin, int? Dias);

/// <summary>What takes an account's loading permissions away.</summary>
/// <param name="Vencio">Last day on which there was a convenio; null when there never was one.</param>
public sealed record FaltaDeConvenio(DateOnly? Vencio);

public static class VigenciaDeConvenio
{
    public const int DiasDeAviso = 60;

    /// <summary>What loads data on persons, and so wants a convenio. Reading, revoking what one sent and looking after one's own accounts do not.</summary>
    public static IReadOnlySet<Permiso> PermisosDeCarga { get; } = new HashSet<Permiso>
    {
        Permiso.ExpedienteRegistrar,
        Permiso.ExpedienteEscribir,
        Permiso.ExpedienteValidar,
        Permiso.ExpedienteCerrar,
        Permiso.ExpedienteReabrir,
        Permiso.ExpedienteAnular,
        Permiso.ExpedienteTransferir,
        Permiso.HechoRegistrar,
        Permiso.CalidadDeterminar,
        Permiso.ConsentimientoEscribir,
        Permiso.AdjuntoEscribir,
        Permiso.SeguimientoEscribir,
        Permiso.CanalizacionEnviar,
        Permiso.CanalizacionResponder,
        Permiso.AlojamientoEscribir,
        Permiso.JusticiaEscribir,
        Permiso.RetornoEscribir,
        Permiso.SolicitudMinisterialEscribir,
        Permiso.LlamadaRegistrar,
        Permiso.ImportarProbar,
        Permiso.ImportarConfirmar,
        Permiso.ApiEscribir,
    };

    /// <summary>
    /// Authorities take part because the general law says so (LGPSEDMTP, the commission and the duties of federation, states and municipalities);
    /// civil society, shelters, academia, international and private bodies take part because they agreed to.
    /// </summary>
    /// <param name="tipo">Catalogue <c>tipo_institucion</c>.</param>
    /// <param name="nivel">Catalogue <c>nivel_gobierno</c>.</param>
    public static bool EsExentaPorLey(string tipo, string nivel) =>
        nivel is "FED" or "EST" or "MUN" && tipo is not ("OSC" or "ALB" or "ACA" or "OIN" or "PRI");

    /// <param name="fin">Latest end among the convenios that have begun.</param>
    /// <returns>Null when it may load.</returns>
    internal static FaltaDeConvenio? Falta(string tipo, string nivel, DateOnly? fin, DateOnly hoy) =>
        EsExentaPorLey(tipo, nivel) || fin >= hoy ? null : new(fin);

    /// <summary>The same rule with what is agreed for later: a renewal that begins the day after puts off the alert.</summary>
    internal static SituacionDeConvenio De(string tipo, string nivel, IEnumerable<(DateOnly Desde, DateOnly Fin)> convenios, DateOnly hoy)
    {
        if (EsExentaPorLey(tipo, nivel))
        {
            return new(EstadoDeConvenio.Exenta, null, null);
        }

        DateOnly? fin = null;
        foreach (var convenio in convenios.OrderBy(c => c.Desde))
        {
            var sigue = fin >= hoy && (fin == DateOnly.MaxValue || convenio.Desde <= fin.Value.AddDays(1));
            if ((convenio.Desde <= hoy || sigue) && (fin is null || convenio.Fin > fin))
            {
                fin = convenio.Fin;
            }
        }

        return fin switch
        {
            null => new(EstadoDeConvenio.Ninguno, null, null),
            { } ultimo when ultimo == DateOnly.MaxValue => new(EstadoDeConvenio.Exenta, null, null),
            { } ultimo when ultimo < hoy => new(EstadoDeConvenio.Vencido, ultimo, null),
            { } ultimo => (ultimo.DayNumber - hoy.DayNumber) is var dias && dias <= DiasDeAviso
                ? new(EstadoDeConvenio.PorVencer, ultimo, dias)
                : new(EstadoDeConvenio.Vigente, ultimo, dias),
        };
    }
}
