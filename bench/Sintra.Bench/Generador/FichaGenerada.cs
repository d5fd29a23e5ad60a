using Sintra.Expedientes;

namespace Sintra.Bench.Generador;

/// <summary>A file to be made: who opens it, when, with which answers.</summary>
/// <param name="RegistradoEn">Null: it stays a draft.</param>
/// <param name="Folio">Null for a draft.</param>
internal sealed record FichaGenerada(int Numero, Sesion Quien, DateTime AbiertoEn, AbrirExpediente Orden, DateTime? RegistradoEn, string? Folio)
{
    /// <summary>What its reader looked at, once registered.</summary>
    public const string Pantalla = "expediente";
}

/// <summary>
/// The file being made in this flow of execution: its user, its moment and its ids stand in for whoever is signed in, the clock and chance.
/// </summary>
internal sealed class FichaEnCurso
{
    private static readonly AsyncLocal<FichaEnCurso?> Corriente = new();

    private readonly FichaGenerada _ficha;
    private readonly ulong _semilla;
    private uint _ids;

    private FichaEnCurso(FichaGenerada ficha, ulong semilla) => (_ficha, _semilla, Momento) = (ficha, semilla, ficha.AbiertoEn);

    public static FichaEnCurso? Actual => Corriente.Value;

    public Sesion Quien => _ficha.Quien;

    public DateTime Momento { get; set; }

    /// <summary>From here on, in this flow.</summary>
    public static FichaEnCurso Empezar(FichaGenerada ficha, ulong semilla)
    {
        var nueva = new FichaEnCurso(ficha, semilla);
        Corriente.Value = nueva;
        Uuid.Desde(nueva.Siguiente);
        return nueva;
    }

    public static void Terminar()
    {
        Corriente.Value = null;
        Uuid.Desde(null);
    }

    private Guid Siguiente() => Uuids.De(Momento, _semilla, (ulong)_ficha.Numero, _ids++);
}

/// <summary>The clock of the file being made; of the wall where none is.</summary>
internal sealed class RelojDeFichas : TimeProvider
{
    private readonly RelojDeMexico _verdadero = new();

    public override TimeZoneInfo LocalTimeZone => _verdadero.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => FichaEnCurso.Actual is { } ficha ? new(ficha.Momento) : _verdadero.GetUtcNow();
}
