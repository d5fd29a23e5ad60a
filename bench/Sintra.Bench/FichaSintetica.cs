using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Bench;

using Campos = IReadOnlyDictionary<string, IReadOnlyList<string>>;

/// <summary>A made-up file as raw fields: 60 answers on seven pages, 3 of whose groups have a row. Nobody in it is real; the same number gives the same file.</summary>
internal static class FichaSintetica
{
    public const int Respuestas = 60;
    public const int Filas = 3;

    private static readonly string[] Nombres = ["Ficticia", "Ejemplo", "Muestra", "Prueba", "Inventada"];
    private static readonly string[] Apellidos = ["Sintética", "Simulada", "Demostrada", "Figurada", "Ensayada", "Supuesta", "Imaginaria"];

    public static IReadOnlyDictionary<string, Campos> De(int n)
    {
        string Vuelta(params string[] valores) => valores[n % valores.Length];
        return new Dictionary<string, Campos>
        {
            ["registro_minimo"] = Pagina(
                ("nivel_identificacion", "ID"), ("calidad", Vuelta("POSIBLE", "PROBABLE")), ("sexo", Vuelta("M", "M", "M", "H")),
                ("edad_registro.valor", $"{12 + (n % 40)}"), ("edad_registro.fuente", "DICHO"), ("nacionalidades", Vuelta("MX", "GT", "HN", "SV")),
                ("fecha_deteccion.dia", $"{1 + (n % 28)}"), ("fecha_deteccion.mes", $"{1 + (n % 12)}"), ("fecha_deteccion.anio", $"{2018 + (n % 8)}"),
                ("det_lugar.pais", "MX"), ("det_lugar.entidad", $"{1 + (n % 32):00}"), ("via_deteccion", "04"), ("aviso_leido", "LEIDO"),
                ("formas", Vuelta("SEX", "LAB", "SEX|MEN"))),
            ["documentos_e_identidad"] = Pagina(
                ("nombres", $"{Nombres[n % Nombres.Length]} {Nombres[n / 5 % Nombres.Length]} {n}"),
                ("primer_apellido", Apellidos[n % Apellidos.Length]), ("segundo_apellido", Apellidos[n / 7 % Apellidos.Length]),
                ("alias", $"Alias {n}"), ("fecha_nacimiento.anio", $"{2026 - 12 - (n % 40)}"), ("curp_motivo_ausencia.estado", "NS"),
                ("documento_tipo.estado", "NS"), ("folio_origen", $"EXP-{n}")),
            ["datos_generales"] = Pagina(
                ("estado_civil", "1"), ("escolaridad", "02"), ("alfabetismo", Vuelta("SI", "NO")), ("lugar_residencia.pais", "MX"),
                ("lugar_residencia.entidad", $"{1 + (n % 32):00}"), ("lugar_nacimiento.pais", "MX"), ("tipo_victima", "D"),
                ("ocupacion_desc", "Ocupación inventada"), ("trato_preferido", "Por su nombre")),
            ["necesidades"] = Pagina(
                ("indigena", Vuelta("NO", "SI")), ("afromexicana", "NO"), ("habla_lengua_indigena", "NO"), ("idioma", "es"),
                ("habla_espanol", "SI"), ("requiere_interprete", "NO"), ("discapacidad.estado", "NS"), ("tipo_dano", "F|P"), ("lee_espanol", "SI")),
            ["captacion_y_traslado"] = Pagina(
                ("det_tipo_lugar", "02"), ("forma_reclutamiento", "01|02"), ("medio_contacto", "01"), ("cap_lugar.pais", "MX"),
                ("cap_lugar.entidad", $"{1 + (n % 32):00}"), ("relacion_tratante", "01"), ("promesa", "Promesa inventada para medir"), ("deuda", "NO"),
                ("rapto", "NO"), ("tramo[1].tramo_rol", "CA"), ("tramo[1].tramo_lugar.pais", "MX"), ("tramo[1].tramo_transporte", "01")),
            ["explotacion"] = Pagina(
                ("conductas", "CAP|TRP"), ("medios_comisivos", "ENG|VIO"),
                ("relato", "Relato inventado, de un párrafo, para medir lo que cuesta sellarlo. Nadie lo contó y a nadie le pasó; ocupa lo que ocuparía uno breve."),
                ("explotacion[1].forma", Vuelta("SEX", "LAB", "MEN")), ("explotacion[1].exp_tipo_lugar", "02"), ("explotacion[1].exp_lugar.pais", "MX"),
                ("explotacion[1].exp_direccion", "Lugar inventado"), ("explotacion[1].consumada", "SI")),
            ["medios_de_control"] = Pagina(
                ("medios_control", "01|02|03"), ("factores", "03"), ("num_tratantes", "2"),
                ("tratante[1].trt_sexo", "H"), ("tratante[1].trt_rol", "01"), ("tratante[1].trt_relacion", "01")),
        };
    }

    /// <summary>That the reader takes every page, and that it is as large as it says.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public static void Comprobar(DiccionarioVigente diccionario, LectorDeCaptura lector, DateOnly hoy)
    {
        for (var n = 0; n < 840; n++)
        {
            var leidas = Leer(De(n), diccionario, lector, hoy).Select(c => c.Captura).ToList();
            var respuestas = leidas.Sum(c => c.Respuestas.Unicas.Count + c.Respuestas.Filas.Values.SelectMany(f => f).Sum(f => f.Respuestas.Count));
            var filas = leidas.Sum(c => c.Respuestas.Filas.Values.Sum(f => f.Count));
            if (leidas.SelectMany(c => c.Fallas).ToList() is { Count: > 0 } fallas || respuestas != Respuestas || filas != Filas)
            {
                throw new InvalidOperationException(
                    $"File {n}: {respuestas} answers, {filas} rows. {string.Join(' ', leidas.SelectMany(c => c.Fallas).Select(f => $"{f.Campo}: {f.Mensaje}"))}");
            }
        }
    }

    /// <summary>What <c>AbrirExpedienteHandler</c> does first.</summary>
    public static List<(Pagina Pagina, CapturaLeida Captura)> Leer(
        IReadOnlyDictionary<string, Campos> paginas, DiccionarioVigente diccionario, LectorDeCaptura lector, DateOnly hoy) =>
    [
        .. paginas
            .Select(p => (Pagina: diccionario.Pagina(p.Key)!, Campos: p.Value))
            .Select(p => (p.Pagina, lector.Leer(PreguntasDePagina.De(diccionario, p.Pagina, null), p.Campos, hoy))),
    ];

    private static Dictionary<string, IReadOnlyList<string>> Pagina(params (string Ruta, string Valor)[] campos) =>
        campos.ToDictionary(c => c.Ruta, IReadOnlyList<string> (c) => c.Valor.Split('|'));
}
