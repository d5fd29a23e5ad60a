using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>Which control asks which type.</summary>
internal static class Controles
{
    /// <summary>Several inputs under one question: its title is a legend, else a label.</summary>
    public static bool EnGrupo(Lienzo l, Pregunta p) => p.Variable.Tipo switch
    {
        TipoDeVariable.Opcion => ControlDeOpcion.EsDeRadios(l, p),
        TipoDeVariable.Opciones or TipoDeVariable.SiNo or TipoDeVariable.Fecha or TipoDeVariable.FechaParcial
            or TipoDeVariable.PeriodoParcial or TipoDeVariable.Lugar or TipoDeVariable.Edad => true,
        TipoDeVariable.Referencia => ControlDeReferencia.EnGrupo(p),
        _ => false,
    };

    public static void Escribir(Lienzo l, Pregunta p)
    {
        switch (p.Variable.Tipo)
        {
            case TipoDeVariable.Opcion or TipoDeVariable.SiNo:
                ControlDeOpcion.Escribir(l, p);
                break;
            case TipoDeVariable.Opciones:
                ControlDeOpciones.Escribir(l, p);
                break;
            case TipoDeVariable.Fecha:
                ControlDeFecha.Escribir(l, p);
                break;
            case TipoDeVariable.FechaParcial:
                ControlDeFecha.EscribirParcial(l, p);
                break;
            case TipoDeVariable.PeriodoParcial:
                ControlDePeriodo.Escribir(l, p);
                break;
            case TipoDeVariable.Lugar:
                ControlDeLugar.Escribir(l, p);
                break;
            case TipoDeVariable.Edad:
                ControlDeEdad.Escribir(l, p);
                break;
            case TipoDeVariable.Referencia when p.Referencias is not null:
                ControlDeReferencia.Escribir(l, p, p.Referencias);
                break;
            case TipoDeVariable.Archivo:
                ControlDeArchivo.Escribir(l, p);
                break;
            default:
                ControlDeTexto.Escribir(l, p);
                break;
        }
    }

    public static bool TienePista(Pregunta p) => ClaveDePista(p) is not null;

    public static string Pista(Lienzo l, Pregunta p) => ClaveDePista(p) switch
    {
        "pista_max" => l.T("pista_max", p.Variable.Max!),
        "pista_archivo" => l.T("pista_archivo", p.Variable.Max!, Sintra.Expedientes.Anexos.Reconocedor.EnPalabras),
        var clave => l.T(clave!),
    };

    private static string? ClaveDePista(Pregunta p) => p.Variable switch
    {
        { Clave: "institucion_registra" } when p.Ofrecidas is not null => "pista_de_institucion_registra",
        { Tipo: TipoDeVariable.TextoLargo, Max: not null } => "pista_max",
        { Tipo: TipoDeVariable.Fecha } => "pista_fecha",
        { Tipo: TipoDeVariable.FechaParcial or TipoDeVariable.PeriodoParcial } => "pista_fecha_parcial",
        { Tipo: TipoDeVariable.Curp } => "pista_curp",
        { Tipo: TipoDeVariable.Telefono } => "pista_telefono",
        { Tipo: TipoDeVariable.Correo } => "pista_correo",
        { Tipo: TipoDeVariable.Referencia, ReferenciaA: Sintra.Expedientes.ReferenciaEnPalabras.Expediente } => "pista_folio",
        { Tipo: TipoDeVariable.Opciones } => "pista_varias",
        { Tipo: TipoDeVariable.Archivo, Max: not null } => "pista_archivo",
        _ => null,
    };
}
