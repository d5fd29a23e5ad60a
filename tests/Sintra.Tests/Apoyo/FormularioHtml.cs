using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Sintra.Tests.Apoyo;

/// <summary>What is put into a field: one text, several options, or a file.</summary>
public sealed record CampoDeFormulario(IReadOnlyList<string> Valores, byte[]? Archivo = null)
{
    public static implicit operator CampoDeFormulario(string valor) => new([valor]);

    public static implicit operator CampoDeFormulario(string[] valores) => new(Valores: valores); // by name: by place it would be the copy constructor, for ever

    public static CampoDeFormulario DeArchivo(string nombre, byte[] contenido) => new([nombre], contenido);
}

/// <summary>A form and the button pressed; makes the request a browser would make.</summary>
internal sealed class FormularioHtml(IHtmlFormElement formulario, IElement boton)
{
    private readonly List<(string Nombre, string Valor, byte[]? Archivo)> _datos = [];

    public FormularioHtml Llenar(IReadOnlyDictionary<string, CampoDeFormulario> campos)
    {
        var puestos = new HashSet<string>();
        foreach (var control in formulario.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } && !e.HasAttribute("disabled") && e.Closest("fieldset[disabled]") is null))
        {
            var nombre = control.GetAttribute("name")!;
            var nuevo = campos.GetValueOrDefault(nombre);
            if (nuevo is not null)
            {
                puestos.Add(nombre);
            }

            // Where a form asks why what was saved changes, whoever says nothing of it corrects.
            Anotar(control, nombre, nuevo ?? (control is IHtmlSelectElement { Name: "motivo_de_cambio", Value: "" } ? "CORREGIR" : default(CampoDeFormulario?)));
        }

        campos.Keys.Except(puestos).ShouldBeEmpty($"The form has no such field; it has: {string.Join(" · ", formulario.Elements.Select(e => e.GetAttribute("name")).OfType<string>().Distinct())}");
        foreach (var (nombre, campo) in campos.Where(c => c.Value.Archivo is null))
        {
            campo.Valores.Except(_datos.Where(d => d.Nombre == nombre).Select(d => d.Valor)).ShouldBeEmpty($"«{nombre}» does not offer it");
        }

        return this;
    }

    public HttpRequestMessage Peticion(Uri pagina)
    {
        var destino = new Uri(pagina, boton.GetAttribute("formaction") ?? formulario.GetAttribute("action") ?? "");
        if (!string.Equals(formulario.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        {
            var consulta = string.Join('&', _datos.Select(d => $"{Uri.EscapeDataString(d.Nombre)}={Uri.EscapeDataString(d.Valor)}"));
            return new(HttpMethod.Get, new UriBuilder(destino) { Query = consulta }.Uri);
        }

        return new(HttpMethod.Post, destino) { Content = formulario.GetAttribute("enctype") == "multipart/form-data" ? PorPartes() : Sencillo() };
    }

    private void Anotar(IElement control, string nombre, CampoDeFormulario? nuevo)
    {
        switch (control)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } casilla:
                if (nuevo is null ? casilla.IsChecked : nuevo.Valores.Contains(casilla.Value))
                {
                    _datos.Add((nombre, casilla.Value, null));
                }

                break;
            case IHtmlInputElement { Type: "file" }:
                _datos.Add((nombre, nuevo?.Valores[0] ?? "", nuevo?.Archivo ?? []));
                break;
            case IHtmlButtonElement or IHtmlInputElement { Type: "submit" or "button" or "reset" or "image" }:
                if (control == boton)
                {
                    _datos.Add((nombre, control.GetAttribute("value") ?? "", null));
                }

                break;
            case IHtmlSelectElement lista:
                _datos.AddRange(lista.Options
                    .Where(o => nuevo is null ? o.IsSelected : nuevo.Valores.Contains(o.Value))
                    .Select(o => (nombre, o.Value, (byte[]?)null)));
                break;
            default:
                Escribir(control, nombre, nuevo);
                break;
        }
    }

    // ASP.NET writes a hidden «false» beside a tick box: a value given to the box is not the hidden one's.
    private void Escribir(IElement control, string nombre, CampoDeFormulario? nuevo)
    {
        var escondido = control is IHtmlInputElement { Type: "hidden" };
        var mismoNombre = formulario.Elements.Count(e => e.GetAttribute("name") == nombre) > 1;
        var presente = control is IHtmlTextAreaElement area ? area.Value : control.GetAttribute("value") ?? "";
        _datos.Add((nombre, nuevo is null || (escondido && mismoNombre) ? presente : nuevo.Valores[0], null));
    }

    private StringContent Sencillo()
    {
        var texto = string.Join('&', _datos.Select(d => $"{Uri.EscapeDataString(d.Nombre)}={Uri.EscapeDataString(d.Valor)}"));
        return new StringContent(texto, Encoding.UTF8, "application/x-www-form-urlencoded");
    }

    private MultipartFormDataContent PorPartes()
    {
        var cuerpo = new MultipartFormDataContent();
        foreach (var (nombre, valor, archivo) in _datos)
        {
            if (archivo is null)
            {
                cuerpo.Add(new StringContent(valor, Encoding.UTF8), nombre);
            }
            else
            {
                cuerpo.Add(new ByteArrayContent(archivo), nombre, valor.Length > 0 ? valor : "\"\"");
            }
        }

        return cuerpo;
    }
}
