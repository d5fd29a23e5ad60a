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

    /// <param name="antes">What the event says now; null when it says nothing.</param>
    public CapturaLeida Leer(IReadOnlyDictionary<string, IReadOnlyList<string>> campos, Respuestas? antes = null)
    {
        var captura = new LectorDeCaptura(diccionario).Leer(diccionario.DePagina(Pagina), campos, reloj.Hoy);
        return captura with { Fallas = [.. captura.Fallas, .. OpcionesRetiradas.Elegidas(diccionario, captura.Respuestas, antes ?? Respuestas.Vacias)] };
    }

    /// <param name="antes">What the event says now.</param>
    public void Escribir(Hecho hecho, Respuestas antes, List<SeccionDeHecho> secciones, List<LlaveDeDatos> llaves, CapturaLeida captura, ModoDeEscritura modo)
    {
        var pagina = diccionario.Pagina(Pagina)!;
        var dueno = DuenoDeRespuestas.De(hecho.Id.Valor, secciones, llaves, (clave, fila) => Nueva(hecho, clave, fila), (s, version) => new SeccionDeHechoAnterior(s, version), db, sellos);
        var contexto = new ContextoDeCondicion(diccionario, RespuestasPorEscribir.De(antes, pagina, captura, modo, diccionario).Unicas);
        var cambios = escritor.Escribir(pagina, dueno, captura, contexto, modo);
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
