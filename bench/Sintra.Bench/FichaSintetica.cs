namespace Sintra.Bench;

using Campos = IReadOnlyDictionary<string, IReadOnlyList<string>>;

/// <summary>A made-up file as raw fields: 60 answers on seven pages, 3 rows of groups. Nobody in it is real; the same number gives the same file.</summary>
internal static class FichaSintetica
{
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
                ("formas", Vuelta("SEX", "LAB", "MEN"))),
            ["documentos_e_identidad"] = Pagina(
                ("nombres", $"{Nombres[n % Nombres.Length]} {n}"), ("primer_apellido", Apellidos[n % Apellidos.Length]), ("segundo_apellido", Apellidos[n / 7 % Apellidos.Length]),
                ("alias", $"Alias {n}"), ("fecha_nacimiento.anio", $"{2026 - 12 - (n % 40)}"), ("curp_motivo_ausencia.estado", "NS"), ("documento_tipo.estado", "NS"), ("folio_origen", $"EXP-{n}")),
            ["datos_generales"] = Pagina(
                ("estado_civil.estado", "NC"), ("escolaridad.estado", "NS"), ("alfabetismo", Vuelta("SI", "NO")), ("lugar_residencia.pais", "MX"), ("lugar_residencia.entidad", $"{1 + (n % 32):00}"),
                ("lugar_nacimiento.pais", "MX"), ("tipo_victima", "D"), ("ocupacion_desc", "Ocupación inventada"), ("trato_preferido", "Por su nombre"), ("asistencia_escolar.estado", "NS"), ("fallecida", "NO")),
            ["necesidades"] = Pagina(
                ("indigena", Vuelta("NO", "SI")), ("pueblo_indigena", "Pueblo inventado"), ("afromexicana", "NO"), ("habla_lengua_indigena", "NO"), ("idioma", "es"), ("habla_espanol.estado", "NS"), ("requiere_interprete", "NO"),
                ("discapacidad.estado", "NS"), ("tipo_dano.estado", "NS"), ("embarazo.estado", "NC"), ("lee_espanol", "SI")),
            ["captacion_y_traslado"] = Pagina(
                ("institucion_detecta.estado", "NS"), ("det_tipo_lugar", "02"), ("forma_reclutamiento.estado", "NS"), ("medio_contacto.estado", "NS"), ("cap_lugar.pais", "MX"), ("relacion_tratante.estado", "NS"),
                ("promesa", "Promesa inventada para medir"), ("deuda", "NO"), ("rapto", "NO"), ("tramo[1].tramo_rol.estado", "NS"), ("tramo[1].tramo_lugar.pais", "MX"), ("tramo[1].tramo_transporte.estado", "NS")),
            ["explotacion"] = Pagina(
                ("conductas.estado", "NS"), ("medios_comisivos.estado", "NS"), ("relato", "Relato inventado, de un párrafo, para medir lo que cuesta sellarlo."), ("explotacion[1].forma", Vuelta("SEX", "LAB", "MEN")),
                ("explotacion[1].exp_tipo_lugar", "02"), ("explotacion[1].exp_lugar.pais", "MX"), ("explotacion[1].exp_direccion", "Lugar inventado"), ("explotacion[1].consumada.estado", "NS")),
            ["medios_de_control"] = Pagina(
                ("medios_control.estado", "NS"), ("factores.estado", "NS"), ("violencia_previa.estado", "NS"), ("num_tratantes", "2"), ("tratante[1].trt_sexo", "H"), ("tratante[1].trt_rol.estado", "NS"), ("tratante[1].trt_relacion.estado", "NS")),
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Pagina(params (string Ruta, string Valor)[] campos) =>
        campos.ToDictionary(c => c.Ruta, IReadOnlyList<string> (c) => [c.Valor]);
}
