using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>The way of a datum into an event, the same for form, call and file.</summary>
public sealed class EscrituraDeHecho(
    SintraDb db,
    Sellos sellos,
    DiccionarioVigente diccionario,
    EscritorDePagina escritor,
    Bitacora bitacora,
    Sesion sesion,
    TimeProvider reloj)
{
    public const string Pagina = "hecho";

    public CapturaLeida Leer(IReadOnlyDictionary<string, IReadOnlyList<string>> campos) =>
        new LectorDeCaptura(diccionario).Leer(diccionario.DePagina(Pagina), campos, reloj.Hoy);

    public void Escribir(Hecho hecho, List<SeccionDeHecho> secciones, List<LlaveDeDatos> llaves, CapturaLeida captura, Vista vista, bool terminada)
    {
        var dueno = DuenoDeRespuestas.De(hecho.Id.Valor, secciones, llaves, (clave, fila) => Nueva(hecho, clave, fila), db, sellos);
        var cambios = escritor.Escribir(
            diccionario.Pagina(Pagina)!, dueno, captura, new ContextoDeCondicion(diccionario, captura.Respuestas.Unicas), vista, terminada);
        if (captura.Respuestas.Unicas.GetValueOrDefault("hecho_canal")?.Valor is ValorDeOpcion { Codigo: var canal })
        {
            hecho.Canal = canal;
        }

        bitacora.Asentar(new HechoGuardado(hecho.Id, cambios, diccionario.Version));
    }

    private SeccionDeHecho Nueva(Hecho hecho, string clave, int fila) => new()
    {
        Hecho = hecho.Id,
        Clave = clave,
        Fila = fila,
        Abiertas = "",
        Diccionario = diccionario.Version,
        EscritaEn = reloj.Ahora,
        EscritaPor = sesion.Cuenta,
    };
}
