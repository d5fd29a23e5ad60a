using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Sintra.Practica;

namespace Sintra.Bench.Apagon;

/// <summary>A person at a browser without a screen: begins files, registers them, types drafts and saves a page again and again, and goes on after each blackout.</summary>
internal sealed partial class Registrador : IDisposable
{
    public const string Institucion = "FEVIMTRA";
    public const string Pagina = "explotacion";
    public const string Perfil = "ministerio_publico";
    private readonly HttpClient _http;
    private readonly Azar _azar;
    private readonly Cuentas _cuentas;
    private readonly string _nombre;

    public Registrador(string nombre, Uri direccion, string secreto, ulong semilla, Cuentas cuentas)
    {
        var galletas = new CookieContainer();
        galletas.Add(new Cookie("sintra", secreto, "/", "localhost"));
        _http = Clientes.Con(new SocketsHttpHandler { CookieContainer = galletas, AllowAutoRedirect = false });
        (_http.BaseAddress, _http.Timeout) = (direccion, TimeSpan.FromSeconds(60));
        (_nombre, _azar, _cuentas) = (nombre, new(semilla), cuentas);
    }

    public List<Cuaderno> Cuadernos { get; } = [];

    /// <summary>Works until told to stop. A request that the blackout cut is known as sent and never as kept.</summary>
    /// <param name="alto">No more requests are begun; those on their way are heard out.</param>
    public async Task TrabajarAsync(CancellationToken alto)
    {
        while (!alto.IsCancellationRequested)
        {
            try
            {
                await UnPasoAsync();
            }
            catch (Exception causa) when (causa is HttpRequestException or TaskCanceledException or IOException)
            {
                if (causa is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
                {
                    _cuentas.Cortada();
                }

                await Task.Delay(100, CancellationToken.None); // the server is down, or starting
            }
        }
    }

    /// <summary>What the form of a file shows in the field that drafts and saves write.</summary>
    public async Task<int> MostradoAsync(Cuaderno cuaderno)
    {
        var html = await AbrirAsync(Ruta(cuaderno) + "?abrir=explotacion%5B1%5D");
        return ValorMostrado().Match(html) is { Success: true } m ? int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    public void Dispose() => _http.Dispose();

    private Task UnPasoAsync()
    {
        var ultimo = Cuadernos.LastOrDefault();
        return ultimo is null || ultimo.Enviado >= 6 || _azar.Cae(15) ? EmpezarAsync()
            : !ultimo.RegistroConfirmado && _azar.Cae(40) ? RegistrarAsync(ultimo)
            : GuardarAsync(ultimo);
    }

    private async Task EmpezarAsync()
    {
        var forma = Ocultos(await AbrirAsync("/registro/nuevo"));
        var edad = _azar.Entre(18, 80).ToString(CultureInfo.InvariantCulture);
        using var respuesta = await EnviarAsync("/registro/nuevo", forma, new()
        {
            ["nivel_identificacion"] = "ID", ["calidad"] = "PROBABLE", ["sexo"] = "M", ["edad_registro.valor"] = edad, ["nacionalidades"] = "MX",
            ["fecha_deteccion.anio"] = "2026", ["det_lugar.pais"] = "MX", ["det_lugar.entidad"] = "09", ["det_lugar.municipio"] = "09015", ["via_deteccion"] = "02",
            ["formas"] = "LAB", ["aviso_leido"] = "LEIDO", ["institucion_registra"] = Institucion,
        });
        if (Seguida(respuesta, "alta") is { } destino && ExpedienteId.TryParse(destino.Split('/')[2], CultureInfo.InvariantCulture, out var id))
        {
            _cuentas.Alta();
            Cuadernos.Add(new(id, edad, _nombre));
        }
    }

    private async Task RegistrarAsync(Cuaderno cuaderno)
    {
        var ruta = $"/expedientes/{cuaderno.Id}/revisar";
        using var pagina = await _http.GetAsync(new Uri(ruta, UriKind.Relative));
        if (pagina.StatusCode != HttpStatusCode.OK)
        {
            // Registered already, by the save that the blackout cut: its task list has it.
            cuaderno.RegistroConfirmado = cuaderno.RegistroEnviado ? true : throw new InvalidOperationException($"{ruta}: {(int)pagina.StatusCode}");
            return;
        }

        var forma = Ocultos(await pagina.Content.ReadAsStringAsync());
        cuaderno.RegistroEnviado = true;
        using var respuesta = await EnviarAsync(ruta, forma, []);
        if (Seguida(respuesta, "registro") is not null)
        {
            _cuentas.Registro();
            cuaderno.RegistroConfirmado = true;
        }
    }

    private async Task GuardarAsync(Cuaderno cuaderno)
    {
        var ruta = Ruta(cuaderno);
        var forma = Ocultos(await AbrirAsync(ruta));
        var valor = Math.Max(cuaderno.Enviado, cuaderno.BorradorEnviado) + 1;
        if (_azar.Cae(50))
        {
            await TeclearAsync(cuaderno, ruta, forma, valor++);
        }

        if (cuaderno.BorradorConfirmado > 0 && _azar.Cae(40))
        {
            return; // typed and left
        }

        cuaderno.Enviado = valor;
        using var respuesta = await EnviarAsync(ruta, forma, new() { ["explotacion[1].otras_victimas"] = Texto(valor), ["explotacion[2].otras_victimas"] = Texto(valor), ["terminada"] = "no", ["motivo_de_cambio"] = "ACTUALIZAR" });
        if (Seguida(respuesta, "guardada") is not null)
        {
            _cuentas.Guardada();
            (cuaderno.Confirmado, cuaderno.BorradorConfirmado, cuaderno.BorradorEnviado) = (valor, 0, 0);
        }
    }

    private async Task TeclearAsync(Cuaderno cuaderno, string ruta, Dictionary<string, string> forma, int valor)
    {
        cuaderno.BorradorEnviado = valor;
        using var peticion = new HttpRequestMessage(HttpMethod.Post, "/borradores")
        {
            Content = JsonContent.Create(new
            {
                ruta,
                version = forma.GetValueOrDefault("version"),
                mostrado = forma.GetValueOrDefault("mostrado"),
                campos = new Dictionary<string, string[]> { ["explotacion[1].otras_victimas"] = [Texto(valor)], ["explotacion[2].otras_victimas"] = [Texto(valor)] },
                enfocado = "explotacion[1].otras_victimas",
            }),
            Headers = { { "RequestVerificationToken", forma["__RequestVerificationToken"] } },
        };
        using var respuesta = await _http.SendAsync(peticion);
        if (respuesta.StatusCode == HttpStatusCode.NoContent)
        {
            _cuentas.Borrador();
            cuaderno.BorradorConfirmado = valor;
        }
        else
        {
            _cuentas.Extrana($"borrador: {(int)respuesta.StatusCode}");
        }
    }

    private async Task<string> AbrirAsync(string ruta)
    {
        using var respuesta = await _http.GetAsync(new Uri(ruta, UriKind.Relative));
        return respuesta.StatusCode == HttpStatusCode.OK
            ? await respuesta.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"GET {ruta}: {(int)respuesta.StatusCode}");
    }

    private Task<HttpResponseMessage> EnviarAsync(string ruta, Dictionary<string, string> forma, Dictionary<string, string> campos) =>
        _http.PostAsync(new Uri(ruta, UriKind.Relative), new FormUrlEncodedContent(forma.Concat(campos)));

    private string? Seguida(HttpResponseMessage respuesta, string que)
    {
        if (respuesta.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther)
        {
            return respuesta.Headers.Location!.ToString();
        }

        _cuentas.Extrana($"{que}: {(int)respuesta.StatusCode}");
        return null;
    }

    // Only what the form carries by itself and no question asks.
    private static Dictionary<string, string> Ocultos(string html) => Oculto().Matches(html)
        .Select(m => (Nombre: Atributo(m.Value, "name"), Valor: Atributo(m.Value, "value")))
        .Where(c => c.Nombre is "version" or "mostrado" or "__RequestVerificationToken")
        .DistinctBy(c => c.Nombre)
        .ToDictionary(c => c.Nombre, c => c.Valor);

    private static string Atributo(string etiqueta, string nombre) =>
        WebUtility.HtmlDecode(Regex.Match(etiqueta, $"\\b{nombre}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    private static string Ruta(Cuaderno cuaderno) => $"/expedientes/{cuaderno.Id}/paginas/{Pagina}";

    private static string Texto(int valor) => valor.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Oculto();

    [GeneratedRegex("""<input(?=[^>]*name="explotacion\[1\]\.otras_victimas")[^>]*\bvalue="(\d+)"[^>]*>""")]
    private static partial Regex ValorMostrado();
}
