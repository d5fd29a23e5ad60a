using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>The frame around a control: question, help, message, control, answer states.</summary>
internal static class Marco
{
    public static void Escribir(Lienzo l, Pregunta p)
    {
        l.H.Abrir("div",
            ("class", p.Fallas.Count > 0 ? "s-campo s-campo--error" : "s-campo"),
            ("data-campo", p.Ruta),
            ("data-condicion", p.Condicion?.AJson().ToJsonString()));
        var enGrupo = Controles.EnGrupo(l, p);
        if (enGrupo)
        {
            l.H.Abrir("fieldset", ("class", "s-campo__grupo"), ("aria-describedby", Descripcion(p)));
        }

        Titulo(l, p, enGrupo);
        AyudaDePregunta.Escribir(l, p);
        Pistas(l, p);
        Protegido(l, p, enGrupo);
        if (enGrupo)
        {
            l.H.Cerrar("fieldset");
        }

        l.H.Cerrar("div");
    }

    /// <summary>Ids of what explains the control, in the order in which it is read.</summary>
    public static string? Descripcion(Pregunta p)
    {
        var ids = new List<string>(3);
        if (p.SoloSi is not null)
        {
            ids.Add(p.Id + "-solosi");
        }

        if (Controles.TienePista(p))
        {
            ids.Add(p.Id + "-pista");
        }

        if (p.IdDeError is { } error)
        {
            ids.Add(error);
        }

        return ids.Count > 0 ? string.Join(' ', ids) : null;
    }

    private static void Titulo(Lienzo l, Pregunta p, bool enGrupo)
    {
        var elemento = enGrupo ? "legend" : "label";
        l.H.Abrir(elemento, ("class", "s-campo__titulo"), ("for", enGrupo ? null : p.Id)).Texto(p.Variable.EtiquetaVisible);
        if (p.Variable.Requerido == Requerido.O)
        {
            l.H.Texto(" ").Elemento("span", l.T("opcional"), ("class", "s-campo__opcional"));
        }

        l.H.Cerrar(elemento);
    }

    private static void Pistas(Lienzo l, Pregunta p)
    {
        if (p.SoloSi is { } soloSi)
        {
            l.H.Elemento("p", p.YaNoAplica ? $"{soloSi}. {l.T("ya_no_aplica")}" : soloSi, ("class", "s-pista s-pista--condicion"), ("id", p.Id + "-solosi"));
        }

        if (Controles.TienePista(p))
        {
            l.H.Elemento("p", Controles.Pista(l, p), ("class", "s-pista"), ("id", p.Id + "-pista"));
        }

        Errores(l, p.Fallas, p.IdDeError);
    }

    public static void Errores(Lienzo l, IReadOnlyList<string> fallas, string? id)
    {
        if (fallas.Count == 0)
        {
            return;
        }

        l.H.Abrir("div", ("class", "s-error"), ("id", id));
        foreach (var falla in fallas)
        {
            l.H.Abrir("p");
            l.SoloLectores(l.T("error"));
            l.H.Texto(" " + falla).Cerrar("p");
        }

        l.H.Cerrar("div");
    }

    private static void Protegido(Lienzo l, Pregunta p, bool enGrupo)
    {
        if (p.Proteccion == Proteccion.Ninguna)
        {
            Cuerpo(l, p, enGrupo);
            return;
        }

        Aviso(l, p.Proteccion);
        l.H.Abrir("details", ("class", "s-plegado"), Atributo.Si("open", p.Crudos.TieneAlgo(p.Ruta) || p.Fallas.Count > 0));
        l.H.Abrir("summary").Texto(l.T("cambiar"));
        l.SoloLectores(": " + p.Variable.EtiquetaVisible);
        l.H.Cerrar("summary").Elemento("p", l.T("se_conserva"), ("class", "s-pista"));
        Cuerpo(l, p, enGrupo);
        l.H.Cerrar("details");
    }

    public static void Aviso(Lienzo l, Proteccion proteccion) =>
        l.H.Elemento("p", l.T(proteccion == Proteccion.Sellada ? "protegida" : "protegida_sin_permiso"), ("class", "s-protegida"));

    private static void Cuerpo(Lienzo l, Pregunta p, bool enGrupo)
    {
        if (p.Variable.Sellada)
        {
            SinImprimir(l, p.Crudos.TieneValor(p.Ruta), () => Controles.Escribir(l, p));
        }
        else
        {
            Controles.Escribir(l, p);
        }

        if (p.Variable.Tipo != TipoDeVariable.Archivo && !p.SinEstados)
        {
            FilaDeEstado.Escribir(l, p, enGrupo); // that there is none says itself
        }
    }

    /// <summary>
    /// Controls that may hold something sealed: on paper blank, or «Protegida» when the server put something in. What a browser keeps in a
    /// box is not in the page, so all of them are left out.
    /// </summary>
    public static void SinImprimir(Lienzo l, bool hayDato, Action controles)
    {
        l.H.Abrir("div", ("class", "s-no-imprimir"));
        controles();
        l.H.Cerrar("div");
        if (hayDato)
        {
            l.H.Elemento("p", l.T("protegida"), ("class", "s-identidad s-solo-papel"), ("aria-hidden", "true"));
        }
    }
}
