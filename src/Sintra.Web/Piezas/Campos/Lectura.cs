using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>Why a stored answer is not shown to this reader.</summary>
public enum Proteccion
{
    Ninguna,

    /// <summary>Identifying or free text: seen only while revealed.</summary>
    Sellada,

    /// <summary>Sensitive, and the reader lacks the permission: may register it, not see it.</summary>
    SinPermiso,
}

/// <summary>What this reader may see of the stored answers. What is protected never reaches the page, whatever the model holds.</summary>
/// <param name="De">Of the whole variable.</param>
/// <param name="DelDetalle">Of the locality and the person's own words of a place, sealed whatever the variable says.</param>
/// <param name="HayDato">
/// Whether the path (<c>curp</c>, <c>familiar[2].fam_nombre</c>, <c>exp_lugar.localidad</c>) holds a protected answer;
/// null asks the stored answers themselves.
/// </param>
public sealed record Lectura(Func<Variable, Proteccion> De, Func<Variable, Proteccion> DelDetalle, Func<string, bool>? HayDato = null)
{
    /// <summary>A new record: nothing stored, nothing to hide.</summary>
    public static readonly Lectura Entera = new(_ => Proteccion.Ninguna, _ => Proteccion.Ninguna);
}
