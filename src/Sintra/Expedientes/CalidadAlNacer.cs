using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// The condition with which a file begins. «calidad» is the one field of an entity asked on a generic page: which values may open the
/// history, and with which permission, is data (<c>transiciones_calidad.csv</c>, rows without «de»).
/// </summary>
public sealed class CalidadAlNacer(DiccionarioVigente diccionario, Sesion sesion)
{
    public const string Clave = "calidad";

    public IEnumerable<Falla> Reparos(Respuestas respuestas)
    {
        if (respuestas.Unicas.GetValueOrDefault(Clave)?.Valor is not ValorDeOpcion { Codigo: var codigo })
        {
            yield break;
        }

        if (diccionario.Transiciones("calidad").SingleOrDefault(t => t.De is null && t.A == codigo) is not { } nacimiento)
        {
            yield return new(Clave, "Calidad de la persona: esa calidad se asienta después, con su fecha y autoridad; elija posible o probable víctima.");
        }
        else if (!sesion.Puede(nacimiento.Permiso))
        {
            yield return new(Clave, "Calidad de la persona: su perfil no asienta determinaciones; elija posible o probable víctima.");
        }
    }
}
