using System.Globalization;
using Sintra.Diccionario;
using Sintra.Practica;

namespace Sintra.Tests.Apoyo;

/// <summary>Answers known by half, of every kind that a form takes, drawn from a seed.</summary>
internal sealed class GeneradorDeMedias(ulong semilla, DiccionarioVigente diccionario)
{
    private readonly Azar _azar = new(semilla);

    // Kinds of one type take turns, so that few questions see them all.
    private readonly Dictionary<string, int> _turnos = [];

    /// <summary>Every kind there is.</summary>
    public static readonly string[] Clases =
    [
        "estado NS", "estado NC", "estado NA", "estado NP", "dia", "en dia", "en mes", "en anio", "antes", "despues", "entre", "aproximada", "periodo abierto al final", "periodo abierto al inicio", "periodo",
        "pais", "entidad", "municipio", "localidad", "otro pais", "edad exacta", "rango de edad", "edad con fuente", "numero",
        "opcion", "opcion por su nombre", "varias opciones", "opcion excluyente", "texto corto", "texto largo", "telefono", "curp",
    ];

    // Accents apart and together, quotes, markup, other scripts, signs of two halves, what a spreadsheet or a query would take for its own.
    private static readonly string[] Textos =
    [
        "Ñandú de Mazatla\u0301n", "«Ts’ékok» U’usej", "Quizá <b>no</b> &amp; sí", "50% + 1 = \"más\" o 'menos'; ¿no?", "=SUMA(A1)", "Juárez — “El Güero”…", "東京 🌵 Ω", "a\\b/c#d?e=f&g", "{{x}} @Model $1 %20", "Ïk’i x̱a'",
    ];

    /// <param name="enTexto">Whether the form takes the options of this variable in a box to type in.</param>
    /// <returns>Its kind, and the fields as they travel; none where the type is not drawn.</returns>
    public (string Clase, KeyValuePair<string, string>[] Campos) Media(Variable variable, string ruta, bool enTexto)
    {
        (string, KeyValuePair<string, string>[]) De(string clase, params string[] partes) => (clase, [.. partes.Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(ruta + p[0], p[1]))]);
        string Numero(int desde, int hasta) => _azar.Entre(desde, hasta).ToString(CultureInfo.InvariantCulture);
        string Anio() => Numero(1990, 2024);
        if (_azar.Cae(20))
        {
            var estado = new[] { "NS", "NC", "NA", "NP" }[Turno("estado", 4) - 1];
            return De("estado " + estado, ".estado=" + estado);
        }

        var catalogo = diccionario.Catalogos[variable.Catalogo ?? "si_no"];
        switch (variable.Tipo)
        {
            case TipoDeVariable.Fecha:
                return De("dia", ".dia=" + Numero(1, 28), ".mes=" + Numero(1, 12), ".anio=" + Anio());
            case TipoDeVariable.FechaParcial:
                return Turno("fecha", 7) switch
                {
                    1 => De("en dia", ".dia=" + Numero(1, 28), ".mes=" + Numero(1, 12), ".anio=" + Anio(), ".clase=en"),
                    2 => De("en mes", ".mes=" + Numero(1, 12), ".anio=" + Anio(), ".clase=en"),
                    3 => De("en anio", ".anio=" + Anio(), ".clase=en"),
                    4 => De("antes", ".mes=" + Numero(1, 12), ".anio=" + Anio(), ".clase=antes"),
                    5 => De("despues", ".anio=" + Anio(), ".clase=despues"),
                    6 => De("entre", ".mes=" + Numero(1, 12), ".anio=2001", ".clase=periodo", ".hasta_dia=" + Numero(1, 28), ".hasta_mes=" + Numero(1, 12), ".hasta_anio=2009"),
                    _ => De("aproximada", ".anio=" + Anio(), ".clase=en", ".aproximada=on"),
                };
            case TipoDeVariable.PeriodoParcial:
                return Turno("periodo", 3) switch
                {
                    1 => De("periodo abierto al final", ".desde_mes=" + Numero(1, 12), ".desde_anio=" + Anio()),
                    2 => De("periodo abierto al inicio", ".hasta_anio=" + Anio()),
                    _ => De("periodo", ".desde_dia=" + Numero(1, 28), ".desde_mes=" + Numero(1, 12), ".desde_anio=2003", ".hasta_mes=" + Numero(1, 12), ".hasta_anio=2011", ".aproximada=on"),
                };
            case TipoDeVariable.Lugar:
                return Turno("lugar", 5) switch
                {
                    1 => De("pais", ".pais=MX"),
                    2 => De("entidad", ".pais=MX", ".entidad=" + Numero(10, 32)),
                    3 => De("municipio", ".pais=MX", ".entidad=20", ".municipio=20209"),
                    4 => De("localidad", ".pais=MX", ".entidad=07", ".municipio=07101", ".localidad=Ejido Las Palmas", ".como=Allá por el río, «pasando» la loma"),
                    _ => De("otro pais", ".pais=GT", ".localidad=Tecún Umán", ".como=del otro lado"),
                };
            case TipoDeVariable.Edad:
                return Turno("edad", 3) switch
                {
                    1 => De("edad exacta", ".valor=" + Numero(0, 60)),
                    2 => De("rango de edad", ".min=" + Numero(0, 20), ".max=" + Numero(21, 60)),
                    _ => De("edad con fuente", ".valor=" + Numero(0, 60), ".fuente=" + _azar.Uno([.. diccionario.Catalogos["fuente_edad"].Elegibles.Where(o => o.Estado is null).Select(o => o.Codigo)])),
                };
            case TipoDeVariable.Entero:
                var deRango = variable.Clave == "num_personas_max" ? 20 : 0; // not less than the other end
                return De("numero", "=" + Numero(deRango, Math.Min(variable.Max ?? 9, deRango + 20)));
            case TipoDeVariable.SiNo or TipoDeVariable.Opcion:
                var una = _azar.Uno(Ofrecidas());
                return enTexto && Turno("nombre", 2) == 1 ? De("opcion por su nombre", "=" + catalogo.NombreInconfundible(una)) : De("opcion", "=" + una.Codigo);
            case TipoDeVariable.Opciones:
                var excluyentes = Ofrecidas().Where(o => o.Excluyente).ToList();
                if (excluyentes.Count > 0 && Turno("excluyente", 3) == 1)
                {
                    return De("opcion excluyente", "=" + _azar.Uno(excluyentes).Codigo);
                }

                var comunes = Ofrecidas().Where(o => !o.Excluyente).ToList();
                var varias = Enumerable.Range(0, _azar.Entre(2, 4)).Select(_ => _azar.Uno(comunes).Codigo).Distinct();
                return De("varias opciones", enTexto ? ["=" + string.Join(", ", varias)] : [.. varias.Select(v => "=" + v)]);
            case TipoDeVariable.TextoCorto:
                return De("texto corto", "=" + Recortado(_azar.Uno(Textos)));
            case TipoDeVariable.TextoLargo:
                return De("texto largo", "=" + Recortado($"{_azar.Uno(Textos)}\n\n\t{_azar.Uno(Textos)}\n{_azar.Uno(Textos)}"));
            case TipoDeVariable.Telefono:
                return De("telefono", "=" + _azar.Uno(["55 1234 5678", "(961) 123-4567", "+502 2234 5678"]));
            case TipoDeVariable.Curp:
                return De("curp", "=" + _azar.Uno(["XEXX010101MNEXXXA4", "xexx010101hnexxxa4"]));
            default:
                return De("");
        }

        int Turno(string que, int cuantos) => (_turnos[que] = _turnos.GetValueOrDefault(que, _azar.Entre(1, cuantos)) + 1) % cuantos + 1;

        // A sub-form goes with the form that the event's first row has.
        List<Opcion> Ofrecidas() => [.. catalogo.Elegibles.Where(o => o.Atributos.GetValueOrDefault("cve_forma") is null or "LAB")];
        string Recortado(string texto) => texto.Length > variable.Max ? texto[..(variable.Max.Value - (char.IsHighSurrogate(texto[variable.Max.Value - 1]) ? 1 : 0))] : texto;
    }
}
