using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Tests.Apoyo;

/// <summary>Files made through the pages, as an official makes them.</summary>
internal static class ExpedientesDePruebas
{
    public const string Guardar = "Guardar";

    /// <summary>A complete minimum record; the institution and the country of detection come filled in.</summary>
    public static Dictionary<string, CampoDeFormulario> Minimo(string edad = "24") => new()
    {
        ["nivel_identificacion"] = "ID",
        ["calidad"] = "PROBABLE",
        ["sexo"] = "M",
        ["edad_registro.valor"] = edad,
        ["nacionalidades"] = "MX",
        ["fecha_deteccion.anio"] = "2026",
        ["det_lugar.entidad"] = "09",
        ["det_lugar.municipio"] = "09015",
        ["via_deteccion"] = "02",
        ["formas"] = "LAB",
        ["aviso_leido"] = "LEIDO",
    };

    /// <summary>What a careful person could type for a variable; texts are <paramref name="texto"/>.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Plausible(Variable variable, string ruta, DiccionarioVigente diccionario, string texto) => variable.Tipo switch
    {
        _ when variable.Clave == "submodalidad" => [], // depends on the form of the same row
        TipoDeVariable.Opcion or TipoDeVariable.SiNo or TipoDeVariable.Opciones =>
            [new(ruta, diccionario.Catalogos[variable.Catalogo ?? "si_no"].Elegibles.First(o => !o.Excluyente && o.Estado is null).Codigo)],
        TipoDeVariable.TextoCorto or TipoDeVariable.TextoLargo => [new(ruta, texto.Length > variable.Max ? texto[..variable.Max!.Value] : texto)],
        TipoDeVariable.Entero or TipoDeVariable.Decimal => [new(ruta, "2")],
        TipoDeVariable.Fecha or TipoDeVariable.FechaParcial => [new(ruta + ".dia", "3"), new(ruta + ".mes", "2"), new(ruta + ".anio", "2026")],
        TipoDeVariable.PeriodoParcial => [new(ruta + ".desde_anio", "2024")],
        TipoDeVariable.Lugar => [new(ruta + ".pais", "MX"), new(ruta + ".entidad", "07"), new(ruta + ".municipio", ""), new(ruta + ".localidad", texto), new(ruta + ".como", texto)],
        TipoDeVariable.Edad => [new(ruta + ".valor", "17")],
        TipoDeVariable.Telefono => [new(ruta, "5512345678")],
        TipoDeVariable.Correo => [new(ruta, "persona@pruebas.example")],
        TipoDeVariable.Curp => [new(ruta, "XEXX010101MNEXXXA4")],
        _ => [],
    };

    /// <summary>Names of the controls of a page's own form.</summary>
    public static HashSet<string> Controles(this PaginaHtml pagina) =>
        [.. pagina.Documento.QuerySelectorAll("main form [name]").Select(e => e.GetAttribute("name")!)];

    /// <summary>Plausible answers to every question that the page shows.</summary>
    public static Dictionary<string, CampoDeFormulario> LlenarTodo(this PaginaHtml pagina, DiccionarioVigente diccionario, string clave, Func<string, string> texto)
    {
        var controles = pagina.Controles();
        return diccionario.DePagina(clave)
            .SelectMany(v => Rutas(v, controles).SelectMany(ruta => Plausible(v, ruta, diccionario, texto(ruta))))
            .Where(c => controles.Contains(c.Key) && c.Key is not "institucion_registra") // filled in already with one's own
            .ToDictionary(c => c.Key, c => (CampoDeFormulario)c.Value);
    }

    private static IEnumerable<string> Rutas(Variable variable, IEnumerable<string> controles) => variable.Unidad == UnidadDeVariable.Fila
        ? controles.Where(c => c.StartsWith(variable.Grupo + "[", StringComparison.Ordinal)).Select(c => c[..(c.IndexOf(']') + 1)]).Distinct().Select(f => $"{f}.{variable.Clave}")
        : [variable.Clave];

    extension(NavegadorHttp navegador)
    {
        public async Task<ExpedienteId> BorradorAsync(Dictionary<string, CampoDeFormulario>? campos = null)
        {
            var revisar = await (await navegador.AbrirAsync("/registro/nuevo")).EnviarAsync(campos ?? Minimo(), "Continuar a revisar");
            ExpedienteId.TryParse(revisar.Direccion.Segments[2].TrimEnd('/'), CultureInfo.InvariantCulture, out var id).ShouldBeTrue(revisar.Direccion.ToString());
            return id;
        }

        public async Task<ExpedienteId> RegistrarAsync(Dictionary<string, CampoDeFormulario>? campos = null)
        {
            var id = await navegador.BorradorAsync(campos);
            await (await navegador.AbrirAsync($"/expedientes/{id}/revisar")).EnviarAsync(boton: "Registrar expediente");
            return id;
        }

        public Task<PaginaHtml> PaginaAsync(ExpedienteId expediente, string pagina) => navegador.AbrirAsync($"/expedientes/{expediente}/paginas/{pagina}");

        public async Task<PaginaHtml> GuardarAsync(
            ExpedienteId expediente, string pagina, Dictionary<string, CampoDeFormulario> campos, HttpStatusCode estado = HttpStatusCode.OK) =>
            await (await navegador.ConFilasAsync($"/expedientes/{expediente}/paginas/{pagina}", campos.Keys)).EnviarAsync(campos, Guardar, estado: estado);

        /// <summary>The form at an address with every row open that the fields are of, as who writes in them opens them one after another.</summary>
        public async Task<PaginaHtml> ConFilasAsync(string direccion, IEnumerable<string> campos)
        {
            var abierta = await navegador.AbrirAsync(direccion);
            foreach (var fila in campos.Where(c => c.Contains(']', StringComparison.Ordinal)).Select(c => c[..(c.IndexOf(']') + 1)]).Distinct())
            {
                if (abierta.Documento.QuerySelector($"button[name=abrir][value='{fila}'] .s-solo-lectores") is { } nombre)
                {
                    abierta = await abierta.EnviarAsync(boton: $"Cambiar {nombre.TextContent}");
                }
            }

            return abierta;
        }

        public async Task<PaginaHtml> RevelarAsync(ExpedienteId expediente, params string[] grupos) =>
            await (await navegador.AbrirAsync($"/expedientes/{expediente}/mostrar")).EnviarAsync(
                new Dictionary<string, CampoDeFormulario> { ["Grupos"] = grupos, ["Motivo"] = "ATENCION" }, "Mostrar");
    }

    extension(Casa casa)
    {
        public async Task<DiccionarioVigente> DiccionarioAsync()
        {
            await using var alcance = casa.Services.CreateAsyncScope();
            return alcance.ServiceProvider.GetRequiredService<DiccionarioVigente>();
        }

        public Task<List<Seccion>> SeccionesAsync(ExpedienteId expediente) => casa.EnDbAsync(db =>
            db.Secciones.AsNoTracking().Where(s => s.Expediente == expediente).OrderBy(s => s.Clave).ThenBy(s => s.Fila).ToListAsync());

        /// <summary>Everything that the database holds of a file, so that two moments can be compared.</summary>
        /// <param name="conLecturas">Its readings too: what shows nothing leaves none.</param>
        public Task<string> HuellaAsync(ExpedienteId expediente, bool conLecturas = false) => casa.EnDbAsync(async db =>
        {
            var secciones = await db.Secciones.AsNoTracking().Where(s => s.Expediente == expediente).OrderBy(s => s.Clave).ThenBy(s => s.Fila).ToListAsync();
            var datos = await db.Expedientes.AsNoTracking().Include(e => e.Accesos).Include(e => e.Calidades).SingleAsync(e => e.Id == expediente);
            var hecho = await db.SeccionesDeHecho.AsNoTracking().Where(s => s.Hecho == datos.Hecho).OrderBy(s => s.Clave).ThenBy(s => s.Fila).ToListAsync();
            var revelaciones = await db.Revelaciones.AsNoTracking().Where(r => r.Expediente == expediente).OrderBy(r => r.Id).ToListAsync();
            var asientos = await db.Asientos.CountAsync(a => a.Expediente == expediente && (conLecturas || a.Suceso != nameof(ExpedienteConsultado)));
            return string.Join('\n', secciones.Cast<Documento>().Concat(hecho)
                .Select(s => $"{s.Clave}[{s.Fila}] {s.Version} {s.Abiertas} {Convert.ToHexString(s.Selladas ?? [])} {s.Retirada} {s.Terminada}")
                .Append($"{datos.Estado} {datos.Folio} {datos.Version} {datos.Calidades.Count} {asientos}")
                .Concat(datos.Accesos.Select(a => $"{a.Institucion} {a.Desde:O} {a.Hasta:O}").Order(StringComparer.Ordinal))
                .Concat(revelaciones.Select(r => $"{r.Grupo} {r.Hasta:O}")));
        });

        public Task<HechoId> HechoDeAsync(ExpedienteId expediente) =>
            casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == expediente).Select(e => e.Hecho).SingleAsync());
    }
}
