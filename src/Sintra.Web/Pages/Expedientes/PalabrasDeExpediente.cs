using System.Globalization;
using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Cara;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>Codes of lists and headings in the reader's words. No screen shows a code.</summary>
public sealed class PalabrasDeExpediente(DiccionarioVigente diccionario, IStringLocalizer<Recursos.Registro> textos, IStringLocalizer<Recursos.Campos> campos, TimeProvider reloj)
{
    /// <summary>Label of an option; a dash where there is no answer.</summary>
    public string Opcion(string catalogo, string? codigo) =>
        codigo is not null && diccionario.Catalogos[catalogo].Buscar(codigo) is { } opcion
            ? EnIngles ? opcion.NombreEn : opcion.Nombre
            : "—";

    /// <summary>What the system derives from the other answers, in words; null while nothing follows.</summary>
    public string? Derivada(ExpedienteLeido leido, string clave) =>
        diccionario[clave].Catalogo is { } catalogo && leido.Contexto.Buscar(clave)?.Valor is ValorDeOpcion { Codigo: var codigo } ? Opcion(catalogo, codigo) : null;

    /// <summary>Title of a page of the dictionary.</summary>
    public static string Titulo(Pagina pagina) => EnIngles ? pagina.TituloEn : pagina.Titulo;

    /// <summary>The question in words, behind its row: «Familiar 2: Parentesco».</summary>
    public string Etiqueta(RenglonDeResumen renglon)
    {
        var etiqueta = EnIngles ? renglon.Preguntada.EtiquetaEn : renglon.Preguntada.Etiqueta;

        return renglon.Fila is { } fila ? textos["Etiqueta.DeFila", campos[$"grupo_{renglon.Variable.Grupo}"].Value, fila, etiqueta] : etiqueta;
    }

    /// <summary>«17 años», «16 a 18 años».</summary>
    public string Edad(int? minima, int? maxima) => (minima, maxima) switch
    {
        (null, _) or (_, null) => "—",
        var (a, b) when a == b => textos.Cuantos("Edad.Exacta", a!.Value),
        var (a, b) => textos["Edad.Rango", a!, b!],
    };

    /// <summary>«24 nov 2026»; «1 nov 2026 – 30 nov 2026» when only so much is known.</summary>
    public string Dias(DateOnly? desde, DateOnly? hasta) => (desde, hasta) switch
    {
        ({ } a, { } b) when a != b => $"{Dia(a)} – {Dia(b)}",
        ({ } a, _) => Dia(a),
        (_, { } b) => Dia(b),
        _ => "—",
    };

    /// <summary>«Tapachula, Chiapas»; a dash where nothing is known.</summary>
    public string Lugar(string? entidad, string? municipio)
    {
        var estado = Opcion("estados", entidad);
        return municipio is null ? estado : $"{Opcion("municipios", municipio)}, {estado}";
    }

    public string Estado(EstadoDeExpediente estado) => Opcion("estado_expediente", estado.Codigo);

    /// <summary>A shelter is called by its key wherever it appears; where it is would follow from its name.</summary>
    public string Institucion(string? sigla) => sigla is null
        ? "—"
        : diccionario.Catalogos["instituciones"].Buscar(sigla) is { } opcion && opcion.Atributos["tipo"] != "ALB" ? opcion.Nombre : sigla;

    /// <summary>«Capturado por X a nombre de Y»; null when the institution captured it itself.</summary>
    public string? CapturadoPor(string? captura, string institucion) =>
        captura is null ? null : textos["CapturadoPor", Institucion(captura), Institucion(institucion)].Value;

    /// <summary>A folio, or that there is none yet.</summary>
    public string Folio(string? folio) => folio ?? textos["Folio.Pendiente"];

    /// <summary>What each sheet of a file says that it is of.</summary>
    public string EnPapel(string? folio) => textos["EnPapel.Expediente", folio ?? textos["EnPapel.Borrador"]];

    /// <summary>What each sheet of an event says that it is of: the institution's own number where there is one.</summary>
    public string EnPapel(Hecho hecho) => textos["EnPapel.Hecho", hecho.NumeroDeOrigen ?? hecho.Id.ToString()];

    /// <summary>Another file in one line: folio (or that it is a draft), sex and age; never a name.</summary>
    public string Rotulo(ExpedienteRelacionado otro) =>
        string.Join(" · ", new[] { otro.Folio ?? Estado(otro.Estado), Opcion("sexo", otro.Sexo), Edad(otro.EdadMinima, otro.EdadMaxima) }.Where(p => p != "—"));

    /// <summary>Day in Mexico, «24 nov 2026».</summary>
    public string Dia(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, reloj.LocalTimeZone).ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    private static string Dia(DateOnly dia) => dia.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>Day and hour in Mexico, «24 nov 2026, 10:42».</summary>
    public string Momento(DateTime utc) => DiaYHora(TimeZoneInfo.ConvertTimeFromUtc(utc, reloj.LocalTimeZone));

    /// <summary>The same of a moment that is by the clock of Mexico already.</summary>
    public static string DiaYHora(DateTime momento) => momento.ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>«10:42» of today; of another day, with it.</summary>
    public string Desde(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, reloj.LocalTimeZone).Date == reloj.GetLocalNow().Date ? Hora(utc) : Momento(utc);

    private static bool EnIngles => QuienLee.EnIngles;

    public string Hora(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, reloj.LocalTimeZone).ToString("HH:mm", CultureInfo.CurrentCulture);
}
