using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Consulta;

/// <summary>What a search by identity finds a file by, made with every write of it.</summary>
public sealed class RecetaDeBusqueda(DiccionarioVigente diccionario) : IRecetaDeTestigos
{
    private static readonly string[] Nombres = ["nombres", "primer_apellido", "segundo_apellido"];
    private static readonly string[] Cortos = ["alias", "nombre_social"];

    public IEnumerable<(string Tipo, string Valor)> De(Expediente expediente, IReadOnlyDictionary<string, Respuesta> identidad)
    {
        string? Texto(string clave) => (identidad.GetValueOrDefault(clave)?.Valor as ValorDeTexto)?.Texto;

        var cortas = Cortos.SelectMany(c => TestigosDeBusqueda.Palabras(Texto(c))).Distinct().ToList();
        var palabras = Nombres.SelectMany(c => TestigosDeBusqueda.Palabras(Texto(c))).Concat(cortas).Distinct().ToList();
        var instituciones = new[] { expediente.Institucion, expediente.InstitucionQueCaptura }.OfType<string>();

        return
        [
            .. from i in Enumerable.Range(0, palabras.Count)
               from j in Enumerable.Range(i + 1, palabras.Count - i - 1)
               from pareja in TestigosDeBusqueda.Parejas(palabras[i], palabras[j])
               select (TestigosDeBusqueda.Fonetico, pareja),

            // Where there is no more than one word, it is all that anybody can look for.
            .. from institucion in instituciones
               from palabra in palabras.Count == 1 ? palabras : cortas
               from corto in TestigosDeBusqueda.Cortos(palabra, institucion)
               select (TestigosDeBusqueda.Fonetico, corto),
            .. TestigosDeBusqueda.Telefono(Texto("telefono")) is { } telefono ? [(TestigosDeBusqueda.DeTelefono, telefono)] : Array.Empty<(string, string)>(),
            .. from numero in Numeros
               let valor = TestigosDeBusqueda.Numero(Texto(numero))
               where valor is not null
               select (TestigosDeBusqueda.DeNumero, $"{numero}|{valor}"),
        ];
    }

    /// <summary>Numbers of a person that the dictionary makes searchable though sealed: of her document, of another register.</summary>
    internal IEnumerable<string> Numeros => diccionario.Variables
        .Where(v => v is { Ficha: true, Tipo: TipoDeVariable.TextoCorto, Unidad: UnidadDeVariable.Persona })
        .Select(v => v.Clave)
        .Except([.. Nombres, .. Cortos]);
}
