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

    internal const string CanalDelHecho = "hecho_canal";

    /// <param name="antes">What the event says now; null when it says nothing.</param>
    public CapturaLeida Leer(IReadOnlyDictionary<string, IReadOnlyList<string>> campos, Respuestas? antes = null)
    {
        var captura = new LectorDeCaptura(diccionario).Leer(diccionario.DePagina(Pagina), campos, reloj.Hoy);
        return captura with { Fallas = [.. captura.Fallas, .. OpcionesRetiradas.Elegidas(diccionario, captura.Respuestas, antes ?? Respuestas.Vacias)] };
    }

    /// <param name="antes">What the event says now.</param>
    /// <returns>Keys of the variables that changed.</returns>
    public IReadOnlyList<string> Escribir(Hecho hecho, Respuestas antes, List<SeccionDeHecho> secciones, List<LlaveDeDatos> llaves, CapturaLeida captura, ModoDeEscritura modo)
    {
        var pagina = diccionario.Pagina(Pagina)!;
        var dueno = Dueno(hecho, secciones, llaves);
        var contexto = new ContextoDeCondicion(diccionario, RespuestasPorEscribir.De(antes, pagina, captura, modo, diccionario).Unicas);
        var cambios = escritor.Escribir(pagina, dueno, captura, contexto, modo);
        if (captura.Respuestas.Unicas.GetValueOrDefault(CanalDelHecho)?.Valor is ValorDeOpcion { Codigo: var canal })
        {
            hecho.Canal = canal;
        }

        bitacora.Asentar(new HechoGuardado(hecho.Id, cambios, diccionario.Version));
        return cambios;
    }

    /// <summary>The event as the owner of its answers.</summary>
    internal DuenoDeRespuestas Dueno(Hecho hecho, List<SeccionDeHecho> secciones, List<LlaveDeDatos> llaves) => DuenoDeRespuestas.De(
        hecho.Id.Valor, secciones, llaves, (clave, fila) => Nueva(hecho, clave, fila), (s, version) => new SeccionDeHechoAnterior(s, version), db, sellos);

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
