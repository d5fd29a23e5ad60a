using System.Globalization;
using System.Text;

namespace Sintra.Cuentas;

/// <param name="Version">What the form showed, so that nobody writes over somebody else's change; null for a new one.</param>
public sealed record GuardarPerfil(
    string? Nombre, Alcance? Alcance, NivelDeIdentidad? Nivel, CifrasDePerfil? Cifras, IReadOnlyCollection<Permiso> Permisos, Guid? Version);

public sealed record PerfilCreado([property: DatoPublico] string Perfil, Alcance Alcance, NivelDeIdentidad Nivel, CifrasDePerfil Cifras, IReadOnlyList<Permiso> Permisos) : ISuceso;

public sealed record PerfilCambiado(
    [property: DatoPublico] string Perfil,
    Alcance Alcance,
    NivelDeIdentidad Nivel,
    CifrasDePerfil Cifras,
    IReadOnlyList<Permiso> Agregados,
    IReadOnlyList<Permiso> Quitados) : ISuceso;

/// <summary>
/// Makes a profile, or changes one: permissions × reach × identity × figures, within the separation of duties. It acts on the next request of every
/// session that holds it. Nobody changes the profile they hold, nor the one that the first account of a system has.
/// </summary>
public sealed class GuardarPerfilHandler(SintraDb db, Sesion sesion, UltimaAdministracion ultima, Bitacora bitacora)
{
    public const int LargoDeNombre = 120;

    /// <param name="clave">Null to make a new one.</param>
    /// <returns>The key.</returns>
    public async Task<Resultado<string>> EjecutarAsync(string? clave, GuardarPerfil orden, CancellationToken ct)
    {
        var perfil = clave is null ? null : await db.Perfiles.SingleOrDefaultAsync(p => p.Clave == clave, ct);
        if (clave is not null && perfil is null)
        {
            return new NoExiste();
        }

        if (perfil is not null && await PorQueNoAsync(perfil, ct) is { } negativa)
        {
            return negativa;
        }

        var (nombre, permisos) = (orden.Nombre?.Trim() ?? "", orden.Permisos.ToHashSet());
        var fallas = await FallasAsync(orden, clave, nombre, permisos, ct);
        if (fallas.Count > 0)
        {
            return Resultado<string>.ConFallas(fallas);
        }

        var (alcance, nivel, cifras) = (orden.Alcance!.Value, orden.Nivel!.Value, orden.Cifras!.Value);
        if (perfil is not null && perfil.Version != orden.Version)
        {
            return Cambio;
        }

        if (clave is not null && !permisos.Contains(Permiso.CuentaAdministrarNacional) && !await ultima.PuedeDejarloElPerfilAsync(clave, ct))
        {
            return UltimaAdministracion.Falla;
        }

        var antes = clave is null ? [] : await db.PermisosDePerfil.Where(p => p.Perfil == clave).ToListAsync(ct);
        if (perfil is null)
        {
            perfil = new() { Clave = await ClaveNuevaAsync(nombre, ct), Nombre = nombre, Alcance = alcance, Nivel = nivel, Cifras = cifras, Privilegiado = false };
            db.Add(perfil);
        }

        (perfil.Nombre, perfil.Alcance, perfil.Nivel, perfil.Cifras) = (nombre, alcance, nivel, cifras);
        perfil.Privilegiado = permisos.Any(CatalogoDePermisos.EsPrivilegiado);
        perfil.Version = Guid.CreateVersion7();
        List<Permiso> agregados = [.. permisos.Except(antes.Select(a => a.Permiso)).Order()];
        var quitados = antes.Where(a => !permisos.Contains(a.Permiso)).ToList();
        db.RemoveRange(quitados);
        db.AddRange(agregados.Select(p => new PermisoDePerfil { Perfil = perfil.Clave, Permiso = p }));
        bitacora.Asentar(clave is null
            ? new PerfilCreado(perfil.Clave, alcance, nivel, cifras, agregados)
            : new PerfilCambiado(perfil.Clave, alcance, nivel, cifras, agregados, [.. quitados.Select(q => q.Permiso).Order()]));
        return await db.IntentarGuardarAsync(ct) ? perfil.Clave : Cambio;
    }

    internal static readonly Falla Cambio = new(null, "Alguien cambió este perfil mientras usted lo revisaba. Ábralo de nuevo y vuelva a hacer sus cambios.");

    /// <summary>Null when whoever asks may change it.</summary>
    internal async Task<Falla?> PorQueNoAsync(Perfil perfil, CancellationToken ct) => perfil.Clave switch
    {
        Perfil.AdministracionNacional => new(null, "El perfil de la administración nacional no se cambia: es el que abre el sistema cuando no queda otro. Cree otro a partir de él."),
        _ when await db.Cuentas.AnyAsync(c => c.Id == sesion.Cuenta && c.Perfil == perfil.Clave, ct) => new(null, "Es el perfil que usted tiene. Pida a otra persona que administre que haga el cambio."),
        _ => null,
    };

    private async Task<List<Falla>> FallasAsync(GuardarPerfil orden, string? clave, string nombre, HashSet<Permiso> permisos, CancellationToken ct)
    {
        var fallas = new List<Falla>();
        if (nombre.Length is 0 or > LargoDeNombre)
        {
            fallas.Add(new(nameof(orden.Nombre), $"Escriba el nombre del perfil, en {LargoDeNombre} caracteres o menos."));
        }
        else if (await db.Perfiles.AnyAsync(p => p.Nombre == nombre && p.Clave != clave, ct))
        {
            fallas.Add(new(nameof(orden.Nombre), "Ya hay un perfil con ese nombre. Escriba otro."));
        }

        if (orden.Alcance is not { } alcance || !Enum.IsDefined(alcance))
        {
            fallas.Add(new(nameof(orden.Alcance), "Elija hasta dónde alcanza."));
        }

        if (orden.Cifras is not { } cifras || !Enum.IsDefined(cifras))
        {
            fallas.Add(new(nameof(orden.Cifras), "Elija qué cifras ve."));
        }

        if (orden.Nivel is not { } nivel || !Enum.IsDefined(nivel))
        {
            fallas.Add(new(nameof(orden.Nivel), "Elija cuánto ve de la identidad."));
        }

        return fallas.Count > 0 ? fallas : [.. ReglasDePerfil.Fallas(permisos, orden.Alcance!.Value, orden.Nivel!.Value, orden.Cifras!.Value)];
    }

    // Readable in the log and in the data of who comes after: «Atención a víctimas» → atencion_a_victimas.
    private async Task<string> ClaveNuevaAsync(string nombre, CancellationToken ct)
    {
        var letras = nombre.Normalize(NormalizationForm.FormD)
            .Where(l => CharUnicodeInfo.GetUnicodeCategory(l) != UnicodeCategory.NonSpacingMark)
            .Select(l => char.IsAsciiLetterOrDigit(l) ? char.ToLowerInvariant(l) : '_');
        var raiz = string.Join('_', string.Concat(letras).Split('_', StringSplitOptions.RemoveEmptyEntries));
        raiz = raiz.Length switch { 0 => "perfil", > 32 => raiz[..32].TrimEnd('_'), _ => raiz };
        var ocupadas = await db.Perfiles.Where(p => p.Clave.StartsWith(raiz)).Select(p => p.Clave).ToHashSetAsync(ct);
        ocupadas.UnionWith(["editar", "copiar"]); // steps of the address
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? raiz : $"{raiz}_{n}").First(c => !ocupadas.Contains(c));
    }
}
