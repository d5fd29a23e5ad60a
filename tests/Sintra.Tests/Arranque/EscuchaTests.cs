using Microsoft.Extensions.Configuration;
using Sintra.Web.Operacion;

namespace Sintra.Tests.Arranque;

public sealed class EscuchaTests
{
    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:80")]
    [InlineData("http://127.8.8.8:80")]
    [InlineData("http://[::1]:80")]
    [InlineData("http://unix:/run/sintra.sock")]
    public void En_este_equipo_no_pide_nada(string direccion) => Exigir(("Urls", direccion));

    [Theory]
    [InlineData("http://0.0.0.0:80")]
    [InlineData("http://*:80")]
    [InlineData("http://+:80")]
    [InlineData("http://[::]:80")]
    [InlineData("http://10.0.0.4:80")]
    [InlineData("http://sintra.example:80")]
    [InlineData("http://localhost.example:80")]
    [InlineData("http://localhost:80;http://0.0.0.0:81")]
    public void Fuera_de_este_equipo_sin_cifrar_se_niega_y_dice_que_poner(string direcciones)
    {
        var causa = Should.Throw<ConfiguracionException>(() => Exigir(("Urls", direcciones)));
        causa.Message.ShouldContain("Tls__Certificado");
        causa.Message.ShouldContain("Proxy__DeConfianza");
    }

    [Fact]
    public void Sin_cifrar_se_niega_aunque_haya_certificado() =>
        Should.Throw<ConfiguracionException>(() => Exigir(("Urls", "http://*:80"), ("Tls:Certificado", "c.pem")));

    [Fact]
    public void Cifrado_sin_certificado_propio_se_niega() =>
        Should.Throw<ConfiguracionException>(() => Exigir(("Urls", "https://*:443"))).Message.ShouldStartWith("Falta el certificado");

    [Fact]
    public void Cifrado_con_certificado_propio_se_atiende() => Exigir(("Urls", "https://*:443"), ("Tls:Certificado", "c.pem"));

    [Fact]
    public void Un_proxy_nombrado_basta() => Exigir(("Urls", "http://*:80"), ("Proxy:DeConfianza", "10.0.0.5"));

    [Theory]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:Publico:Url", "http://*:80")]
    public void Se_decide_por_lo_que_el_servidor_abrira_en_verdad(string llave, string valor) =>
        Should.Throw<ConfiguracionException>(() => Exigir((llave, valor)));

    [Fact]
    public void Los_extremos_ganan_a_urls()
    {
        Should.Throw<ConfiguracionException>(() => Exigir(("Urls", "http://localhost:1"), ("Kestrel:Endpoints:A:Url", "http://*:80")));
        Exigir(("Urls", "http://*:80"), ("Kestrel:Endpoints:A:Url", "http://localhost:1"));
        Should.Throw<ConfiguracionException>(() => Exigir(("Urls", "http://*:80"), ("Kestrel:Endpoints:A:Url", "http://localhost:1"), ("preferHostingUrls", "true")));
    }

    [Fact]
    public void Urls_gana_a_los_puertos() => Exigir(("Urls", "http://localhost:1"), ("http_ports", "8080"));

    [Fact]
    public void Un_extremo_puede_traer_su_certificado() =>
        Exigir(("Kestrel:Endpoints:A:Url", "https://*:443"), ("Kestrel:Endpoints:A:Certificate:Path", "c.pfx"));

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.5,nada")]
    public void Un_proxy_es_una_direccion_y_no_todo_el_mundo(string proxy) =>
        Should.Throw<ConfiguracionException>(() => Exigir(("Proxy:DeConfianza", proxy)));

    [Fact]
    public void El_interruptor_del_marco_que_cree_a_cualquiera_se_rechaza() =>
        Should.Throw<ConfiguracionException>(() => Exigir(("ForwardedHeaders_Enabled", "true"))).Message.ShouldContain("Proxy__DeConfianza");

    [Fact]
    public void En_este_equipo_la_direccion_publica_es_la_que_se_escucha()
    {
        ExigirPublica(("Urls", "http://localhost:80"));
        ExigirPublica(("Urls", "http://localhost:80"), ("DireccionPublica", "http://localhost:80"));
    }

    [Theory]
    [InlineData("Urls", "https://*:443")]
    [InlineData("Proxy:DeConfianza", "10.0.0.5")]
    public void Para_otros_equipos_hay_que_decir_la_direccion_publica_y_que_sea_cifrada(string llave, string valor)
    {
        Should.Throw<ConfiguracionException>(() => ExigirPublica((llave, valor))).Message.ShouldContain("DireccionPublica");
        Should.Throw<ConfiguracionException>(() => ExigirPublica((llave, valor), ("DireccionPublica", "http://sintra.example"))).Message.ShouldContain("https://");
        ExigirPublica((llave, valor), ("DireccionPublica", "https://sintra.example"));
    }

    private static void ExigirPublica(params (string Llave, string Valor)[] valores)
    {
        var configuracion = Configuracion(valores);
        Escucha.ExigirDireccionPublica(Escucha.Direcciones(configuracion).Select(d => d.Direccion), ProxyDeConfianza.Leer(configuracion).Count > 0, configuracion);
    }

    private static IConfiguration Configuracion((string Llave, string Valor)[] valores) =>
        new ConfigurationBuilder().AddInMemoryCollection(valores.Select(v => KeyValuePair.Create(v.Llave, (string?)v.Valor))).Build();

    private static void Exigir(params (string Llave, string Valor)[] valores)
    {
        var configuracion = Configuracion(valores);
        Escucha.Exigir(Escucha.Direcciones(configuracion), ProxyDeConfianza.Leer(configuracion).Count > 0);
    }
}
