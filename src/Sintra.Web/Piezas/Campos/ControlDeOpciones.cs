using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>Several answers of a catalogue: boxes to tick up to thirty; beyond that, what is chosen and a box to add.</summary>
internal static class ControlDeOpciones
{
    private const int MaximoDeCasillas = 30;

    public static void Escribir(Lienzo l, Pregunta p)
    {
        var catalogo = l.Diccionario.Catalogos[p.Variable.Catalogo!];
        var marcadas = p.Crudos.Todos(p.Ruta).Distinct().ToList();
        var conocidas = marcadas.Where(m => catalogo.Buscar(m) is { Estado: null }).ToList();
        var ajenas = marcadas.Except(conocidas).ToList();
        if (catalogo.Elegibles.Count() <= MaximoDeCasillas)
        {
            Casillas(l, p, catalogo, marcadas, ajenas);
        }
        else
        {
            Elegidas(l, p, catalogo, conocidas, ajenas);
        }
    }

    private static void Casillas(Lienzo l, Pregunta p, Catalogo catalogo, List<string> marcadas, List<string> ajenas)
    {
        var ofrecidas = catalogo.ElegiblesCon(marcadas).ToLookup(o => o.Excluyente);
        var (excluyentes, comunes) = (ofrecidas[true], ofrecidas[false]);
        var indice = 0;
        l.H.Abrir("div", ("class", "s-opciones"));
        foreach (var opcion in comunes)
        {
            Casilla(l, p, indice++, opcion.Codigo, opcion.NombreVisible, marcadas.Contains(opcion.Codigo), excluyente: false);
        }

        foreach (var ajena in ajenas)
        {
            Casilla(l, p, indice++, ajena, l.T("fuera_de_lista", ajena), marcada: true, excluyente: false);
        }

        l.H.Cerrar("div");
        foreach (var opcion in excluyentes)
        {
            l.H.Elemento("p", l.T("o"), ("class", "s-opciones__o")).Abrir("div", ("class", "s-opciones"));
            Casilla(l, p, indice++, opcion.Codigo, opcion.NombreVisible, marcadas.Contains(opcion.Codigo), excluyente: true);
            l.H.Cerrar("div");
        }
    }

    private static void Elegidas(Lienzo l, Pregunta p, Catalogo catalogo, List<string> conocidas, List<string> ajenas)
    {
        // The box that adds stands for the question: it is always there.
        var indice = 1;
        l.H.Abrir("div", ("class", "s-opciones"), ("data-combo-elegidas", p.Ruta));
        foreach (var codigo in conocidas)
        {
            Casilla(l, p, indice++, codigo, catalogo.NombreInconfundible(catalogo.Buscar(codigo)!), marcada: true, excluyente: false);
        }

        l.H.Cerrar("div");
        var numero = 0;
        foreach (var texto in ajenas.DefaultIfEmpty(""))
        {
            var id = numero++ == 0 ? p.Id : $"{p.Id}-otra-{numero}";
            l.H.Elemento("label", l.T(conocidas.Count == 0 ? "agregar_de_lista" : "agregar_otra_de_lista"), ("class", "s-subtitulo"), ("for", id));
            CajaConSugerencias.Escribir(l, p, id, p.Ruta, catalogo, texto, Marco.Descripcion(p), varias: true);
        }
    }

    private static void Casilla(Lienzo l, Pregunta p, int indice, string codigo, string texto, bool marcada, bool excluyente) =>
        Marcable.Casilla(l, p.Ruta, codigo, marcada, texto, id: indice == 0 ? p.Id : null, excluyente: excluyente);
}
