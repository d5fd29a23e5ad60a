namespace Sintra.Cuentas;

/// <param name="Desde">From which day it is asked; today or later.</param>
public sealed record PublicarCompromiso(string? Titulo, string? Texto, DateOnly? Desde);

public sealed record CompromisoPublicado([property: DatoPublico] string Clave, int Numero, DateOnly Desde) : ISuceso;

/// <param name="Aceptaciones">Accounts that accepted this version.</param>
public sealed record VersionDeCompromiso(Compromiso Compromiso, int Aceptaciones, bool Vigente);

/// <summary>A new version of a text; from its day on, every account is asked for it before it does anything else.</summary>
public sealed class PublicarCompromisoHandler(SintraDb db, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    /// <summary>Every version of every text, newest first within each.</summary>
    public async Task<List<VersionDeCompromiso>> VerAsync(CancellationToken ct)
    {
        var (vigentes, aceptados) = (db.CompromisosVigentes(reloj.Hoy), db.CompromisosAceptados);
        return await db.Compromisos.AsNoTracking()
            .OrderBy(c => c.Clave).ThenByDescending(c => c.Numero)
            .Select(c => new VersionDeCompromiso(c, aceptados.Count(a => a.Compromiso == c.Id), vigentes.Any(v => v.Id == c.Id)))
            .ToListAsync(ct);
    }

    /// <summary>The newest version, to begin the next from.</summary>
    public Task<Compromiso?> UltimoAsync(string clave, CancellationToken ct) =>
        db.Compromisos.AsNoTracking().Where(c => c.Clave == clave).OrderByDescending(c => c.Numero).FirstOrDefaultAsync(ct);

    public async Task<Resultado<int>> EjecutarAsync(string clave, PublicarCompromiso orden, CancellationToken ct)
    {
        if (await UltimoAsync(clave, ct) is not { } ultimo)
        {
            return new NoExiste();
        }

        var (titulo, texto) = (orden.Titulo?.Trim() ?? "", (orden.Texto ?? "").ReplaceLineEndings("\n").Trim());
        var fallas = Fallas(orden, titulo, texto, ultimo).ToList();
        if (fallas.Count > 0)
        {
            return Resultado<int>.ConFallas(fallas);
        }

        var nuevo = new Compromiso
        {
            Clave = clave,
            Numero = ultimo.Numero + 1,
            Titulo = titulo,
            Texto = texto,
            Desde = orden.Desde!.Value,
            PublicadoEn = reloj.Ahora,
            PublicadoPor = sesion.Cuenta,
        };
        db.Add(nuevo);
        bitacora.Asentar(new CompromisoPublicado(clave, nuevo.Numero, nuevo.Desde));
        return await db.IntentarGuardarAsync(ct) ? nuevo.Numero : new Falla(null, "Alguien publicó otra versión al mismo tiempo. Revise la lista.");
    }

    private IEnumerable<Falla> Fallas(PublicarCompromiso orden, string titulo, string texto, Compromiso ultimo)
    {
        if (titulo.Length is 0 or > Compromiso.LargoDeTitulo)
        {
            yield return new(nameof(orden.Titulo), $"Escriba el título, en {Compromiso.LargoDeTitulo} caracteres o menos.");
        }

        if (texto.Length is 0 or > Compromiso.LargoDeTexto)
        {
            yield return new(nameof(orden.Texto), $"Escriba el texto, en {Compromiso.LargoDeTexto} caracteres o menos.");
        }
        else if (texto == ultimo.Texto && titulo == ultimo.Titulo)
        {
            yield return new(nameof(orden.Texto), "Es igual a la versión anterior. Cambie el texto o no publique otra.");
        }

        if (orden.Desde is not { } desde || desde < reloj.Hoy || desde > reloj.Hoy.AddYears(2))
        {
            yield return new(nameof(orden.Desde), "Elija desde qué día se pide: hoy o uno posterior, dentro de dos años.");
        }
        else if (desde < ultimo.Desde)
        {
            yield return new(nameof(orden.Desde), "Hay una versión que empieza después de ese día. Elija uno igual o posterior.");
        }
    }
}
