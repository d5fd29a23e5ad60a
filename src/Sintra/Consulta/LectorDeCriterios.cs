using System.Globalization;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Consulta;

/// <summary>Turns what an address or a form says into criteria, or says which field to correct. Nothing that is not understood is left out in silence: the results would be others.</summary>
public sealed class LectorDeCriterios(CriteriosDelDiccionario delDiccionario, DiccionarioVigente diccionario)
{
    private const int EdadMaxima = 120;

    private static readonly string[] Dias = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy"];
    private static readonly string[] Meses = ["yyyy-MM", "M/yyyy", "M-yyyy"];

    /// <param name="campos">Name and what was typed; empty ones count as missing.</param>
    public Resultado<CriteriosDeBusqueda> Leer(IEnumerable<KeyValuePair<string, string>> campos)
    {
        var dichos = campos
            .Where(c => !CamposDeBusqueda.DeLaPagina.Contains(c.Key) && !string.IsNullOrWhiteSpace(c.Value))
            .DistinctBy(c => c.Key)
            .ToDictionary(c => c.Key, c => c.Value.Trim());
        var fallas = new List<Falla>();
        string? Dicho(string clave) => dichos.Remove(clave, out var texto) ? texto : null;

        var criterios = new CriteriosDeBusqueda
        {
            Identidad = Identidad(Dicho(CamposDeBusqueda.Identidad), fallas),
            Folio = DeFolio(Dicho(CamposDeBusqueda.Folio), fallas),
            EdadDesde = Edad(CamposDeBusqueda.EdadDesde, Dicho(CamposDeBusqueda.EdadDesde), fallas),
            EdadHasta = Edad(CamposDeBusqueda.EdadHasta, Dicho(CamposDeBusqueda.EdadHasta), fallas),
            DeteccionDesde = Dia(CamposDeBusqueda.DeteccionDesde, Dicho(CamposDeBusqueda.DeteccionDesde), fallas)?.Desde,
            DeteccionHasta = Dia(CamposDeBusqueda.DeteccionHasta, Dicho(CamposDeBusqueda.DeteccionHasta), fallas)?.Hasta,
            Estado = Estado(Dicho(CamposDeBusqueda.Estado), fallas),
            Institucion = Institucion(Dicho(CamposDeBusqueda.Institucion), fallas),
            Codigos = [.. dichos.Select(c => Codigo(c.Key, c.Value, fallas)).OfType<CodigoBuscado>().OrderBy(c => diccionario.Posicion(c.Variable))],
        };

        if (criterios.EdadDesde > criterios.EdadHasta)
        {
            fallas.Add(new(CamposDeBusqueda.EdadHasta, "La segunda edad es menor que la primera."));
        }

        if (criterios.DeteccionDesde > criterios.DeteccionHasta)
        {
            fallas.Add(new(CamposDeBusqueda.DeteccionHasta, "La segunda fecha es anterior a la primera."));
        }

        if (fallas.Count == 0 && criterios.EstaVacio)
        {
            fallas.Add(new(CamposDeBusqueda.Folio, "Escriba al menos un criterio."));
        }

        return fallas.Count > 0 ? Resultado<CriteriosDeBusqueda>.ConFallas(fallas) : criterios;
    }

    private static Guid? Identidad(string? texto, List<Falla> fallas)
    {
        if (texto is not null && !Guid.TryParse(texto, out _))
        {
            fallas.Add(new(null, "La dirección de esta búsqueda está incompleta. Busque de nuevo."));
        }

        return Guid.TryParse(texto, out var id) ? id : null;
    }

    private static string? DeFolio(string? texto, List<Falla> fallas)
    {
        var folio = Expedientes.Folio.Leer(texto);
        if (texto is not null && folio is null)
        {
            fallas.Add(new(CamposDeBusqueda.Folio, texto.Count(char.IsLetterOrDigit) == Expedientes.Folio.Letras
                ? "El dígito final no coincide, revise el folio."
                : "Escriba el folio completo, como 2026-7K3QZD-8."));
        }

        return folio;
    }

    private static int? Edad(string campo, string? texto, List<Falla> fallas)
    {
        if (texto is null)
        {
            return null;
        }

        if (int.TryParse(texto, NumberStyles.None, CultureInfo.InvariantCulture, out var edad) && edad <= EdadMaxima)
        {
            return edad;
        }

        fallas.Add(new(campo, $"Escriba la edad en años, de 0 a {EdadMaxima}."));
        return null;
    }

    private static (DateOnly Desde, DateOnly Hasta)? Dia(string campo, string? texto, List<Falla> fallas)
    {
        if (texto is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(texto, Dias, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dia))
        {
            return (dia, dia);
        }

        if (DateOnly.TryParseExact(texto, Meses, CultureInfo.InvariantCulture, DateTimeStyles.None, out var mes))
        {
            return (mes, mes.AddMonths(1).AddDays(-1));
        }

        fallas.Add(new(campo, "Escriba la fecha como mes y año, 03/2026, o como día, mes y año, 15/03/2026."));
        return null;
    }

    private static EstadoDeExpediente? Estado(string? texto, List<Falla> fallas)
    {
        EstadoDeExpediente? estado = texto is null ? null : Enum.GetValues<EstadoDeExpediente>().Cast<EstadoDeExpediente?>().FirstOrDefault(e => e!.Value.Codigo == texto);
        if (texto is not null && estado is null)
        {
            fallas.Add(new(CamposDeBusqueda.Estado, "Elija una opción de la lista."));
        }

        return estado;
    }

    private string? Institucion(string? texto, List<Falla> fallas)
    {
        if (texto is null or CriteriosDeBusqueda.Mia or CriteriosDeBusqueda.Otras || diccionario.Catalogos["instituciones"].Buscar(texto) is not null)
        {
            return texto;
        }

        fallas.Add(new(CamposDeBusqueda.Institucion, "Elija una opción de la lista."));
        return null;
    }

    private CodigoBuscado? Codigo(string clave, string texto, List<Falla> fallas)
    {
        if (delDiccionario.Buscar(clave) is not { } variable)
        {
            fallas.Add(new(null, "Uno de los criterios no se conoce o no está a su alcance. Quítelo y busque de nuevo."));
            return null;
        }

        if (delDiccionario.Opcion(variable, texto) is { } opcion)
        {
            return new(clave, opcion.Codigo);
        }

        fallas.Add(new(clave, "Elija una opción de la lista."));
        return null;
    }
}
