using System.Globalization;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>An address of the house whose form has drafts, and what it is about.</summary>
/// <param name="Texto">The address in its one spelling, without query: ids and keys of the dictionary alone.</param>
/// <param name="Permiso">What whoever writes in it needs.</param>
/// <param name="Pagina">The page of the dictionary that it asks; null where it asks none.</param>
public sealed record RutaDeBorrador(string Texto, Permiso Permiso, ExpedienteId? Expediente, HechoId? Hecho, Pagina? Pagina)
{
    public static string Nuevo => "/registro/nuevo";

    /// <param name="pantalla">Screen of a long page, from 1; null for the page whole.</param>
    public static string DePagina(ExpedienteId expediente, string pagina, int? pantalla = null) =>
        pantalla is { } n ? string.Create(CultureInfo.InvariantCulture, $"{De(expediente)}paginas/{pagina}/pantallas/{n}") : $"{De(expediente)}paginas/{pagina}";

    public static string DeHecho(HechoId hecho) => $"/hechos/{hecho}/editar";

    public static string HechoNuevo => "/hechos/nuevo";

    public static string Llamada => "/llamadas/nueva";

    public static string DeConsentimientos(ExpedienteId expediente) => $"{De(expediente)}consentimientos";

    public static string DeCalidad(ExpedienteId expediente) => $"{De(expediente)}calidad";

    /// <param name="paso">Code of the state to which the step leads.</param>
    public static string DePaso(ExpedienteId expediente, string paso) => $"{De(expediente)}pasos/{paso}";

    /// <summary>What every address of a file begins with.</summary>
    public static string De(ExpedienteId expediente) => $"/expedientes/{expediente}/";

    /// <summary>Which of the account's keys closes it: where somebody is now has its own.</summary>
    public ClaseDeLlave Clase => Pagina is { AltoRiesgo: true } ? ClaseDeLlave.AltoRiesgo : ClaseDeLlave.Ordinaria;
}

/// <summary>
/// The forms that have drafts: a closed list, so that nobody keeps whatever they like under an address of their own making. A form joins with
/// one line; between braces: <c>expediente</c>, <c>hecho</c>, <c>pagina</c> (a page of the dictionary), <c>paso</c> (a state of the file), <c>fila</c> (a row).
/// </summary>
public sealed class RutasConBorrador(DiccionarioVigente diccionario)
{
    private static readonly (string[] Partes, Permiso Permiso, string? Pagina)[] Formas =
    [
        Forma(RutaDeBorrador.Nuevo, Permiso.ExpedienteRegistrar, AbrirExpedienteHandler.Pagina),
        Forma("/expedientes/{expediente}/paginas/{pagina}", Permiso.ExpedienteEscribir),
        Forma("/expedientes/{expediente}/paginas/{pagina}/pantallas/{fila}", Permiso.ExpedienteEscribir),
        Forma("/expedientes/{expediente}/consentimientos", Permiso.ConsentimientoEscribir, "aviso_y_consentimiento"),
        Forma("/expedientes/{expediente}/calidad", Permiso.ExpedienteLeer),
        Forma("/expedientes/{expediente}/pasos/{paso}", Permiso.ExpedienteLeer),
        Forma(RutaDeBorrador.HechoNuevo, Permiso.HechoRegistrar, EscrituraDeHecho.Pagina),
        Forma(RutaDeBorrador.Llamada, Permiso.LlamadaRegistrar),
        Forma("/hechos/{hecho}/editar", Permiso.HechoRegistrar, EscrituraDeHecho.Pagina),
    ];

    /// <returns>Null when no form of the house with drafts has this address.</returns>
    public RutaDeBorrador? Reconocer(string? direccion) =>
        direccion is { Length: > 0 and <= 200 } ? Formas.Select(f => Reconocer(direccion.Split('/'), f.Partes, f.Permiso, f.Pagina)).FirstOrDefault(r => r is not null) : null;

    private RutaDeBorrador? Reconocer(string[] dichas, string[] partes, Permiso permiso, string? pagina)
    {
        if (dichas.Length != partes.Length)
        {
            return null;
        }

        var (expediente, hecho, suya) = (default(ExpedienteId?), default(HechoId?), pagina is null ? null : diccionario.Pagina(pagina));
        var escritas = new string[partes.Length];
        for (var i = 0; i < partes.Length; i++)
        {
            var dicha = dichas[i];
            switch (partes[i])
            {
                case "{expediente}" when ExpedienteId.TryParse(dicha, CultureInfo.InvariantCulture, out var id):
                    (expediente, escritas[i]) = (id, id.ToString());
                    break;
                case "{hecho}" when HechoId.TryParse(dicha, CultureInfo.InvariantCulture, out var id):
                    (hecho, escritas[i]) = (id, id.ToString());
                    break;
                case "{pagina}" when diccionario.Pagina(dicha) is { Tipo: "generica", Retirada: false } hallada:
                    (suya, escritas[i]) = (hallada, hallada.Clave);
                    break;
                case "{paso}" when diccionario.Transiciones("expediente").FirstOrDefault(t => t.A == dicha) is { A: { } estado }:
                    escritas[i] = estado;
                    break;
                case "{fila}" when int.TryParse(dicha, NumberStyles.None, CultureInfo.InvariantCulture, out var fila):
                    escritas[i] = fila.ToString(CultureInfo.InvariantCulture);
                    break;
                case var fija when fija == dicha:
                    escritas[i] = fija;
                    break;
                default:
                    return null;
            }
        }

        return new(string.Join('/', escritas), permiso, expediente, hecho, suya);
    }

    private static (string[] Partes, Permiso Permiso, string? Pagina) Forma(string ruta, Permiso permiso, string? pagina = null) => (ruta.Split('/'), permiso, pagina);
}
