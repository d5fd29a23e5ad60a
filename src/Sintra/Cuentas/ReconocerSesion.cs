namespace Sintra.Cuentas;

/// <summary>Turns the cookie of a request into a session, if it is one and still alive. One query; no fact, for nothing happens.</summary>
public sealed class ReconocerSesionHandler(SintraDb db, ModoDePractica modo, TimeProvider reloj)
{
    private static readonly TimeSpan Grano = TimeSpan.FromMinutes(1);

    public async Task<SesionVigente?> EjecutarAsync(string? secreto, CancellationToken ct)
    {
        if (SecretoOpaco.HashDe(secreto) is not { } hash)
        {
            return null;
        }

        var ahora = reloj.Ahora;
        var permisosDePerfil = db.PermisosDePerfil;
        var hallada = await (
            from s in db.SesionesAbiertas.AsNoTracking()
            join c in db.Cuentas on s.Cuenta equals c.Id
            join p in db.Perfiles on c.Perfil equals p.Clave
            join i in db.Instituciones on c.Institucion equals i.Sigla
            where s.Hash == hash && s.Etapa == EtapaDeSesion.Abierta && s.Revocada == null && s.Expira > ahora
                && c.Estado == EstadoDeCuenta.Activa && s.SecurityStamp == c.SecurityStamp
            select new
            {
                s.Id,
                s.Ultima,
                s.Expira,
                Cuenta = c.Id,
                c.Nombre,
                c.SegundoFactor,
                Institucion = i.Sigla,
                NombreDeInstitucion = i.Nombre,
                i.Entidad,
                NombreDePerfil = p.Nombre,
                p.Privilegiado,
                p.Alcance,
                p.Nivel,
                Permisos = permisosDePerfil.Where(x => x.Perfil == p.Clave).Select(x => x.Permiso).ToList(),
            }).SingleOrDefaultAsync(ct);

        if (hallada is null || hallada.Ultima + SesionAbierta.Inactividad(hallada.Privilegiado) <= ahora)
        {
            return null;
        }

        if (hallada.Ultima + Grano <= ahora)
        {
            await db.SesionesAbiertas.Where(s => s.Id == hallada.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Ultima, ahora), ct);
        }

        // Without its second factor a privileged account may do nothing at all, whatever page forgets to ask. Where nobody is real it may be left out.
        var falta = hallada.Privilegiado && !hallada.SegundoFactor && !modo.Activo;
        var permisos = falta ? [] : hallada.Permisos.ToHashSet();
        return new(
            hallada.Id,
            hallada.Nombre,
            hallada.NombreDeInstitucion,
            hallada.NombreDePerfil,
            hallada.Privilegiado,
            hallada.SegundoFactor,
            falta,
            hallada.Expira,
            new(hallada.Cuenta, hallada.Institucion, hallada.Entidad, hallada.Alcance, hallada.Nivel, permisos) { Abierta = hallada.Id });
    }
}
