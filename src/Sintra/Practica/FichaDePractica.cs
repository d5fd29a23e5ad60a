using System.Globalization;

namespace Sintra.Practica;

using Campos = Dictionary<string, IReadOnlyList<string>>;

/// <summary>A made-up file as a form would send it: raw fields by page of the dictionary. The same number and day give the same file.</summary>
/// <param name="Entidad">INEGI code of the state where it was detected.</param>
/// <param name="SeRegistra">Whether it goes on from draft to registered.</param>
internal sealed record FichaDePractica(IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Paginas, int Persona, string Entidad, bool SeRegistra)
{
    private const int MayoriaDeEdad = 18;

    private static readonly (string, int)[] Formas = [("SEX", 62), ("LAB", 17), ("MEN", 6), ("TFO", 5), ("DEL", 5), ("MAT", 3), ("SIE", 1), ("ESC", 1), ("PD", 3)];
    private static readonly (string, int)[] Vias = [("01", 12), ("02", 14), ("03", 6), ("04", 15), ("06", 12), ("07", 9), ("08", 3), ("09", 7), ("10", 2), ("11", 4), ("12", 3), ("13", 6), ("14", 7), ("16", 8), ("17", 3)];
    private static readonly (string, int)[] Reclutamientos = [("01", 34), ("02", 24), ("03", 5), ("04", 4), ("06", 9), ("07", 6), ("09", 7), ("11", 3), ("12", 3), ("13", 3), ("14", 5), ("16", 7), ("18", 2)];
    private static readonly (string, int)[] Contactos = [("01", 18), ("02", 9), ("04", 12), ("05", 5), ("06", 11), ("07", 12), ("08", 24), ("09", 8), ("16", 4), ("17", 3)];
    private static readonly (string, int)[] Relaciones = [("01", 22), ("02", 5), ("03", 8), ("05", 9), ("06", 8), ("07", 15), ("08", 14), ("09", 6), ("12", 8), ("13", 6), ("16", 7)];
    private static readonly (string, int)[] Lugares = [("01", 18), ("02", 20), ("03", 18), ("04", 11), ("05", 8), ("09", 7), ("11", 7), ("12", 4), ("13", 2), ("16", 3), ("20", 2)];
    private static readonly (string, int)[] Controles = [("01", 9), ("02", 14), ("03", 10), ("04", 18), ("05", 10), ("06", 5), ("08", 18), ("09", 14), ("10", 9), ("11", 14), ("12", 6), ("13", 14), ("15", 8), ("17", 7), ("19", 10), ("20", 8)];
    private static readonly (string, int)[] Factores = [("03", 25), ("04", 22), ("06", 18), ("07", 9), ("10", 5), ("12", 4), ("13", 4), ("14", 3), ("18", 6), ("20", 9), ("21", 7)];
    private static readonly (string, int)[] Conductas = [("CAP", 30), ("ENG", 24), ("TRP", 15), ("TRF", 5), ("RET", 12), ("ENT", 4), ("REC", 6), ("ALO", 9)];
    private static readonly (string, int)[] Medios = [("ENG", 34), ("VIO", 22), ("ABP", 10), ("APV", 24), ("DAG", 8), ("AMD", 3), ("SEC", 5)];
    private static readonly (string, int)[] Transportes = [("01", 34), ("02", 9), ("03", 24), ("04", 8), ("05", 5), ("06", 8), ("07", 5), ("12", 2), ("13", 5)];
    private static readonly (string, int)[] Escolaridades = [("00", 5), ("02", 14), ("03", 15), ("04", 18), ("05", 22), ("06", 17), ("07", 4), ("12", 4), ("99", 3)];
    private static readonly (string, int)[] Roles = [("01", 34), ("02", 9), ("04", 14), ("05", 24), ("06", 10), ("07", 6), ("08", 5)];
    private static readonly (string, int)[] Danos = [("F", 24), ("P", 38), ("S", 22), ("T", 8), ("V", 8)];

    /// <param name="n">From 1. About one in twelve tells of somebody of whom an earlier file, mostly of another institution, tells too.</param>
    /// <param name="semilla">Another seed, other files of the same people.</param>
    public static FichaDePractica De(int n, DateOnly hoy, ulong semilla = 0)
    {
        var azar = new Azar(0xF1CA_0000UL + (ulong)n + (semilla << 32));
        var persona = n > 20 && azar.Cae(8) ? azar.Entre(1, n - 1) : n;
        var ella = PersonaFicticia.De(persona);
        var entidad = azar.Uno(PersonaFicticia.Entidades);
        var identificada = azar.Cae(86);
        var formas = azar.Varios(2, Formas);
        var paginas = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>
        {
            ["registro_minimo"] = Pagina(
                ("nivel_identificacion", identificada ? "ID" : "NI"), ("calidad", azar.Cae(45) ? "POSIBLE" : "PROBABLE"), ("sexo", ella.Sexo),
                ("edad_registro.valor", Numero(ella.Edad(hoy))), ("edad_registro.fuente", azar.Cae(60) ? "DICHO" : "DOCUMENTO"), ("nacionalidades", ella.Nacionalidad),
                ("fecha_deteccion.dia", Numero(azar.Entre(1, 28))), ("fecha_deteccion.mes", Numero(azar.Entre(1, 12))), ("fecha_deteccion.anio", Numero(azar.Entre(hoy.Year - 5, hoy.Year - 1))),
                ("det_lugar.pais", "MX"), ("det_lugar.entidad", entidad), ("via_deteccion", azar.Uno(Vias)), ("aviso_leido", ella.Edad(hoy) < MayoriaDeEdad ? "NNA" : "LEIDO"),
                ("formas", string.Join('|', formas))),
        };
        if (identificada)
        {
            paginas["documentos_e_identidad"] = Identidad(ella, n, azar);
        }

        // Whoever opens a file seldom answers it whole on the first day.
        Quiza("datos_generales", 80, () => Datos(ella, azar));
        Quiza("necesidades", 70, () => Pagina(
            ("indigena", ella.Indigena ? "SI" : "NO"), ("afromexicana", azar.Cae(4) ? "SI" : "NO"), ("idioma", "es"), ("habla_espanol", "SI"), ("requiere_interprete", "NO"),
            ("discapacidad", azar.Cae(6) ? azar.Uno(["1", "2", "4", "5", "8"]) : "0"), ("tipo_dano", string.Join('|', azar.Varios(3, Danos))), ("lee_espanol", azar.Cae(90) ? "SI" : "NO")));
        Quiza("captacion_y_traslado", 75, () => Captacion(entidad, azar));
        Quiza("explotacion", 75, () => Explotacion(formas, entidad, ella.Edad(hoy) >= MayoriaDeEdad, azar));
        Quiza("medios_de_control", 65, () => Control(azar));
        return new(paginas, persona, entidad, azar.Cae(88));

        void Quiza(string clave, int deCien, Func<Campos> pagina)
        {
            if (azar.Cae(deCien))
            {
                paginas[clave] = pagina();
            }
        }
    }

    /// <summary>The same, as the institution that registers it sends it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> PaginasDe(string institucion) =>
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(Paginas)
        {
            ["registro_minimo"] = new Campos(Paginas["registro_minimo"]) { ["institucion_registra"] = [institucion] },
        };

    private static Campos Identidad(PersonaFicticia ella, int n, Azar azar) => Pagina(
        ("nombres", ella.Nombres), ("primer_apellido", ella.PrimerApellido), ("segundo_apellido", ella.SegundoApellido), ("alias", azar.Cae(30) ? $"Alias inventado {n}" : ""),
        ("fecha_nacimiento.dia", Numero(ella.Nacimiento.Day)), ("fecha_nacimiento.mes", Numero(ella.Nacimiento.Month)), ("fecha_nacimiento.anio", Numero(ella.Nacimiento.Year)),
        ("curp_motivo_ausencia.estado", "NS"), ("documento_tipo.estado", "NS"), ("folio_origen", $"FICTICIO-{n}"));

    private static Campos Datos(PersonaFicticia ella, Azar azar) => Pagina(
        ("estado_civil", azar.Uno([("1", 62), ("2", 8), ("3", 18), ("5", 6), ("6", 3), ("99", 3)])), ("escolaridad", azar.Uno(Escolaridades)), ("alfabetismo", azar.Cae(92) ? "SI" : "NO"),
        ("lugar_residencia.pais", ella.Residencia is null ? ella.Nacionalidad : "MX"), ("lugar_residencia.entidad", ella.Residencia ?? ""),
        ("lugar_nacimiento.pais", ella.Nacionalidad), ("tipo_victima", azar.Cae(94) ? "D" : "P"), ("ocupacion_desc", "Ocupación inventada"), ("trato_preferido", "Por su nombre"));

    private static Campos Captacion(string entidad, Azar azar)
    {
        var campos = Pagina(
            ("det_tipo_lugar", azar.Uno(Lugares)), ("forma_reclutamiento", string.Join('|', azar.Varios(2, Reclutamientos))), ("medio_contacto", azar.Uno(Contactos)),
            ("cap_lugar.pais", "MX"), ("cap_lugar.entidad", azar.Uno(PersonaFicticia.Entidades)), ("relacion_tratante", azar.Uno(Relaciones)),
            ("promesa", azar.Cae(50) ? "Promesa inventada para practicar" : ""), ("deuda", azar.Cae(22) ? "SI" : "NO"), ("rapto", azar.Cae(8) ? "SI" : "NO"));
        var tramos = azar.Entre(0, 3);
        for (var i = 1; i <= tramos; i++)
        {
            Fila(campos, $"tramo[{i}]", ("tramo_rol", i == tramos ? "DE" : i == 1 ? "CA" : "TR"), ("tramo_lugar.pais", "MX"),
                ("tramo_lugar.entidad", i == tramos ? entidad : azar.Uno(PersonaFicticia.Entidades)), ("tramo_transporte", azar.Uno(Transportes)));
        }

        return campos;
    }

    private static Campos Explotacion(string[] formas, string entidad, bool adulta, Azar azar)
    {
        var campos = Pagina(
            ("conductas", string.Join('|', azar.Varios(3, Conductas))), ("medios_comisivos", adulta ? string.Join('|', azar.Varios(3, Medios)) : ""),
            ("relato", azar.Cae(60) ? "Relato inventado para practicar: nadie lo contó y a nadie le pasó." : ""));
        for (var i = 1; i <= formas.Length; i++)
        {
            Fila(campos, $"explotacion[{i}]", ("forma", formas[i - 1]), ("exp_tipo_lugar", azar.Uno(Lugares)), ("exp_lugar.pais", "MX"), ("exp_lugar.entidad", entidad),
                ("exp_direccion", "Lugar inventado"), ("consumada", azar.Uno([("SI", 85), ("ANTES", 10), ("TENTATIVA", 5)])));
        }

        return campos;
    }

    private static Campos Control(Azar azar)
    {
        var tratantes = azar.Entre(1, 3);
        var campos = Pagina(
            ("medios_control", string.Join('|', azar.Varios(4, Controles))), ("factores", string.Join('|', azar.Varios(3, Factores))), ("num_tratantes", Numero(tratantes)));
        for (var i = 1; i <= tratantes; i++)
        {
            Fila(campos, $"tratante[{i}]", ("trt_sexo", azar.Cae(66) ? "H" : "M"), ("trt_rol", string.Join('|', azar.Varios(2, Roles))), ("trt_relacion", azar.Uno(Relaciones)));
        }

        return campos;
    }

    private static string Numero(int numero) => numero.ToString(CultureInfo.InvariantCulture);

    private static Campos Pagina(params (string Ruta, string Valor)[] campos) =>
        campos.Where(c => c.Valor.Length > 0).ToDictionary(c => c.Ruta, IReadOnlyList<string> (c) => c.Valor.Split('|'));

    private static void Fila(Campos campos, string fila, params (string Ruta, string Valor)[] suyos)
    {
        foreach (var (ruta, valor) in suyos)
        {
            campos[$"{fila}.{ruta}"] = valor.Split('|');
        }
    }
}
