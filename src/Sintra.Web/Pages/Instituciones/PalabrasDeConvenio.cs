using System.Globalization;
using Microsoft.Extensions.Localization;
using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Web.Pages.Instituciones;

/// <summary>How an institution and its convenio are told, in the reader's words.</summary>
public sealed class PalabrasDeConvenio(IStringLocalizer<Recursos.TextosDeInstituciones> textos, DiccionarioVigente diccionario)
{
    /// <summary>«Vence en 12 días, el 6 dic 2026».</summary>
    public string Situacion(SituacionDeConvenio situacion) => situacion switch
    {
        { Estado: EstadoDeConvenio.PorVencer, Dias: 0 } => textos["Estado.PorVencer.Hoy", Dia(situacion.Fin!.Value)],
        { Estado: EstadoDeConvenio.PorVencer, Dias: 1 } => textos["Estado.PorVencer.Manana", Dia(situacion.Fin!.Value)],
        _ => textos[$"Estado.{situacion.Estado}", situacion.Fin is { } fin ? Dia(fin) : "", situacion.Dias ?? 0],
    };

    public static Piezas.Tono Tono(EstadoDeConvenio estado) => estado switch
    {
        EstadoDeConvenio.Vigente => Piezas.Tono.Verde,
        EstadoDeConvenio.PorVencer => Piezas.Tono.Ambar,
        EstadoDeConvenio.Vencido => Piezas.Tono.Guinda,
        _ => Piezas.Tono.Neutro,
    };

    /// <summary>«24 nov 2026».</summary>
    public static string Dia(DateOnly dia) => dia.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>As a date control wants it.</summary>
    public static string? Campo(DateOnly? dia) => dia?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Options of a catalogue, in its order and the reader's language.</summary>
    public IEnumerable<(string Codigo, string Nombre)> Opciones(string catalogo) => diccionario.Catalogos[catalogo].Elegibles
        .Select(o => (o.Codigo, QuienLee.EnIngles ? o.NombreEn : o.Nombre));
}
