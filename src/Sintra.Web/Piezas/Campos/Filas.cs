using System.Globalization;

namespace Sintra.Web.Piezas.Campos;

/// <summary>The rows of a group, each in a card, and the button that offers one more.</summary>
internal static class Filas
{
    public static void Escribir(Lienzo l, GrupoDeFilas grupo)
    {
        var titulo = l.T("grupo_" + grupo.Grupo);
        var id = IdDeCampo.De(grupo.Grupo);
        l.H.Abrir("section", ("class", "s-filas"), ("aria-labelledby", id), ("data-grupo", grupo.Grupo));
        l.H.Elemento("h2", l.T("grupos_" + grupo.Grupo), ("class", "s-filas__titulo"), ("id", id), ("tabindex", "-1"));
        Marco.Errores(l, grupo.Fallas, grupo.Fallas.Count > 0 ? id + "-error" : null);
        foreach (var fila in grupo.Filas)
        {
            if (fila.Resumen is { } resumen)
            {
                Cerrada(l, fila, titulo, resumen);
            }
            else
            {
                Fila(l, fila, titulo);
            }
        }

        // Saves nothing: the same page comes back with what was typed and one more row.
        l.H.Elemento("button", l.T("agregar_fila", titulo.ToLower(CultureInfo.CurrentUICulture)), ("class", "s-agregar"), ("type", "submit"), ("name", "agregar"), ("value", grupo.Grupo), Atributo.Si("formnovalidate", true));
        l.H.Cerrar("section");
    }

    // Like the button of one more row, it saves nothing: the same page comes back with what was typed and this row open.
    private static void Cerrada(Lienzo l, FilaDePreguntas fila, string grupo, string resumen)
    {
        var id = IdDeCampo.De(fila.Ruta);
        var titulo = string.Create(CultureInfo.InvariantCulture, $"{grupo} {fila.Numero}");
        l.H.Abrir("section", ("class", "s-fila s-fila--cerrada"), ("aria-labelledby", id));
        l.H.Elemento("h3", resumen.Length > 0 ? $"{titulo}: {resumen}" : titulo, ("class", "s-fila__titulo"), ("id", id), ("tabindex", "-1"));
        l.H.Abrir("button", ("class", "s-boton--enlace"), ("type", "submit"), ("name", "abrir"), ("value", fila.Ruta), Atributo.Si("formnovalidate", true));
        l.H.Texto(l.T("abrir_fila") + " ");
        l.SoloLectores(titulo);
        l.H.Cerrar("button").Cerrar("section");
    }

    private static void Fila(Lienzo l, FilaDePreguntas fila, string grupo)
    {
        var id = IdDeCampo.De(fila.Ruta);
        var titulo = string.Create(CultureInfo.InvariantCulture, $"{grupo} {fila.Numero}");
        l.H.Abrir("section", ("class", "s-fila"), ("aria-labelledby", id));
        l.H.Elemento("h3", titulo, ("class", "s-fila__titulo"), ("id", id), ("tabindex", "-1"));
        Marco.Errores(l, fila.Fallas, fila.Fallas.Count > 0 ? id + "-error" : null);
        foreach (var pregunta in fila.Preguntas)
        {
            Marco.Escribir(l, pregunta);
        }

        var quitar = fila.Ruta + ".quitar";
        Marcable.Casilla(l, quitar, "on", fila.Quitar, l.T("quitar_fila", titulo), "s-opcion s-opcion--chica s-fila__quitar", IdDeCampo.De(quitar));
        l.H.Cerrar("section");
    }
}
