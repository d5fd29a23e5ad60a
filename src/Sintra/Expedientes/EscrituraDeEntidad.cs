using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// The way of a datum into an entity of a file (a determination, a consent, a closing): what its screen asks is what the dictionary says of its
/// <c>grupo</c>, and each row stands as a section of that name. Rows are added, never changed: the typed entity beside them says what holds.
/// </summary>
public sealed class EscrituraDeEntidad(SintraDb db, Sellos sellos, DiccionarioVigente diccionario, ArchivoDeRespuestas archivo, Sesion sesion, TimeProvider reloj)
{
    /// <summary>What was typed, with what the dictionary requires of it to be kept.</summary>
    public CapturaLeida Leer(string grupo, IReadOnlyDictionary<string, IReadOnlyList<string>> campos, ExpedienteLeido leido) =>
        Leer([.. diccionario.DeEntidad(grupo)], campos, leido);

    /// <param name="variables">Those of the entity that the screen asks.</param>
    public CapturaLeida Leer(IReadOnlyList<Variable> variables, IReadOnlyDictionary<string, IReadOnlyList<string>> campos, ExpedienteLeido leido)
    {
        var captura = new LectorDeCaptura(diccionario).Leer(variables, campos, reloj.Hoy);
        var contexto = leido.Contexto.DeFila(new(0, captura.Respuestas.Unicas));
        var dichas = captura.Fallas.Select(f => f.Campo).ToHashSet();

        // What the row says holds by these (the typed row beside it is made of some; an authority, a ground or a representative makes the rest
        // valid): a reason for having no answer makes none. Files wait for attachments.
        var sinValor = variables.Where(v => PideValor(v) && v.Tipo != TipoDeVariable.Archivo
            && Reglas.EsVisible(v, contexto) && captura.Respuestas.Unicas.GetValueOrDefault(v.Clave)?.Valor is null);
        return captura with
        {
            Fallas =
            [
                .. captura.Fallas,
                .. OpcionesRetiradas.Elegidas(diccionario, captura.Respuestas, Respuestas.Vacias),
                .. sinValor.Where(v => !dichas.Contains(v.Clave)).Select(v => new Falla(v.Clave, $"{v.EtiquetaVisible}: falta la respuesta.")),
            ],
        };
    }

    /// <summary>Whether an entity's row needs its value, while its condition holds: all but what is optional.</summary>
    public static bool PideValor(Variable variable) => variable.Requerido != Requerido.O;

    /// <summary>Adds a row. The file's version changes with it, so two who write at once are told.</summary>
    /// <param name="leido">Tracked, with the keys of its data.</param>
    /// <returns>Its number, from 1.</returns>
    public int Agregar(ExpedienteLeido leido, string grupo, CapturaLeida captura, ClaseDeLlave clase = ClaseDeLlave.Ordinaria)
    {
        var (expediente, llaves) = (leido.Expediente, leido.Llaves.ToList());
        var fila = leido.Secciones.Where(s => s.Clave == grupo).Select(s => s.Fila).DefaultIfEmpty().Max() + 1;
        var seccion = new Seccion
        {
            Expediente = expediente.Id,
            Clave = grupo,
            Fila = fila,
            Orden = fila,
            Abiertas = "",
            Diccionario = diccionario.Version,
            EscritaEn = reloj.Ahora,
            EscritaPor = sesion.Cuenta,
        };

        db.Add(seccion);
        archivo.Escribir(
            seccion, expediente.Id.Valor.ToString("n"), captura.Respuestas.Unicas, leido.Vista, _ => false, DuenoDeRespuestas.LlaveDe(expediente.Id.Valor, clase, llaves, db, sellos));
        expediente.Version = Uuid.Nuevo();
        return fila;
    }
}
