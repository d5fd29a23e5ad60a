using Sintra.Diccionario;
using Sintra.Web.Piezas.Campos;
namespace Sintra.Tests.Piezas;
public sealed class MirarTests
{
    [Fact]
    public void Escribe()
    {
        var d = Environment.GetEnvironmentVariable("MIRAR")!;
        void Pagina(string archivo, FormularioDePagina f) => File.WriteAllText(Path.Combine(d, archivo), $"<!doctype html><html lang='es-MX'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'><title>x</title><link rel='stylesheet' href='/css/sintra.css'><link rel='stylesheet' href='/css/campos.css'></head><body><div class='s-pagina'><main><h1>Pagina {archivo}</h1><form>{Taller.Html(f)}</form></main></div></body></html>");
        Directory.CreateDirectory(d);
        foreach (var p in Taller.Paginas)
        {
            var c = new Taller.Contexto(new() { ["mayoria_registro"] = Respuesta.Con(new ValorDeOpcion("NNA")) });
            Pagina(p + ".html", Taller.Formulario(p, contexto: c));
            Pagina(p + "-m.html", Taller.Formulario(p, Muestra.De(p), c) with
            {
                Lectura = new(v => v.Sellada ? Proteccion.Sellada : Proteccion.Ninguna, _ => Proteccion.Sellada),
                Fallas = [new("sexo", "Elija el sexo, o diga por qué no se sabe."), new("fecha_deteccion", "Escriba el año con cuatro cifras, por ejemplo 2024."), new("explotacion[1].exp_lugar", "Elija la entidad."), new("nombres","Escriba el nombre.")],
            });
        }
    }
}
