using System.Globalization;
using Sintra.Diccionario;
using Sintra.Practica;

namespace Sintra.Tests.Apoyo;

/// <summary>Answers known by half, of every kind that a form takes, drawn from a seed.</summary>
internal static class GeneradorDeMedias
{
    /// <summary>Every kind there is.</summary>
    public static readonly string[] Clases =
    [
        "estado NS", "estado NC", "estado NA", "estado NP", "dia", "en dia", "en mes", "en anio", "antes", "despues", "entre", "aproximada", "periodo abierto al final", "periodo abierto al inicio", "periodo",
        "pais", "entidad", "municipio", "localidad", "otro pais", "edad exacta", "rango de edad", "edad con fuente", "numero", "opcion",
    ];

    /// <returns>Its kind, and the fields as they travel; none where the type is not drawn.</returns>
    public static (string Clase, KeyValuePair<string, string>[] Campos) Media(this Azar azar, Variable variable, string ruta, DiccionarioVigente diccionario)
    {
        (string, KeyValuePair<string, string>[]) De(string clase, params string[] partes) => (clase, [.. partes.Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(ruta + p[0], p[1]))]);
        string Numero(int desde, int hasta) => azar.Entre(desde, hasta).ToString(CultureInfo.InvariantCulture);
        string Anio() => Numero(1990, 2024);
        if (azar.Cae(20))
        {
            var estado = azar.Uno(["NS", "NC", "NA", "NP"]);
            return De("estado " + estado, ".estado=" + estado);
        }

        switch (variable.Tipo)
        {
            case TipoDeVariable.Fecha:
                return De("dia", ".dia=" + Numero(1, 28), ".mes=" + Numero(1, 12), ".anio=" + Anio());
            case TipoDeVariable.FechaParcial:
                return azar.Entre(1, 7) switch
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
                return azar.Entre(1, 3) switch
                {
                    1 => De("periodo abierto al final", ".desde_mes=" + Numero(1, 12), ".desde_anio=" + Anio()),
                    2 => De("periodo abierto al inicio", ".hasta_anio=" + Anio()),
                    _ => De("periodo", ".desde_dia=" + Numero(1, 28), ".desde_mes=" + Numero(1, 12), ".desde_anio=2003", ".hasta_mes=" + Numero(1, 12), ".hasta_anio=2011", ".aproximada=on"),
                };
            case TipoDeVariable.Lugar:
                return azar.Entre(1, 5) switch
                {
                    1 => De("pais", ".pais=MX"),
                    2 => De("entidad", ".pais=MX", ".entidad=" + Numero(10, 32)),
                    3 => De("municipio", ".pais=MX", ".entidad=20", ".municipio=20209"),
                    4 => De("localidad", ".pais=MX", ".entidad=07", ".municipio=07101", ".localidad=Ejido Las Palmas", ".como=Allá por el río, «pasando» la loma"),
                    _ => De("otro pais", ".pais=GT", ".localidad=Tecún Umán", ".como=del otro lado"),
                };
            case TipoDeVariable.Edad:
                return azar.Entre(1, 3) switch
                {
                    1 => De("edad exacta", ".valor=" + Numero(0, 60)),
                    2 => De("rango de edad", ".min=" + Numero(0, 20), ".max=" + Numero(21, 60)),
                    _ => De("edad con fuente", ".valor=" + Numero(0, 60), ".fuente=" + azar.Uno([.. diccionario.Catalogos["fuente_edad"].Elegibles.Where(o => o.Estado is null).Select(o => o.Codigo)])),
                };
            case TipoDeVariable.Entero:
                return De("numero", "=" + Numero(0, Math.Min(variable.Max ?? 9, 20)));
            case TipoDeVariable.SiNo or TipoDeVariable.Opcion:
                return De("opcion", "=" + azar.Uno([.. diccionario.Catalogos[variable.Catalogo ?? "si_no"].Elegibles.Where(o => o.Estado is null).Select(o => o.Codigo)]));
            default:
                return De("");
        }
    }
}
