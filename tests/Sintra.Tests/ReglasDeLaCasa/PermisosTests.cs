using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Web.Seguridad;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>Who may is written on the page or endpoint itself; what nobody wrote, nobody may.</summary>
public sealed class PermisosTests(Casas casas)
{
    // Whoever has not signed in sees these and no others.
    private static readonly string[] Anonimas =
    [
        "/entrar", "/entrar/codigo", "/entrar/llave/reto", "/bienvenida/{token}", "/pausa", "/salir", // the door
        "/ayuda", "/privacidad", "/accesibilidad", "/idioma", // what anybody may read and choose
        "/error/{codigo:int:range(400,599)}",
        "/salud/viva", "/salud/lista",
    ];

    [Fact]
    public async Task Toda_pagina_y_todo_punto_de_entrada_declara_su_permiso() => (await PuntosAsync())
        .Where(p => p.Metadata.GetMetadata<RequiereAttribute>() is null
            && p.Metadata.GetMetadata<RequiereCuentaAttribute>() is null
            && p.Metadata.GetMetadata<IAllowAnonymous>() is null)
        .Select(Ruta)
        .ShouldBeEmpty();

    [Fact]
    public async Task Las_anonimas_estan_en_la_lista() => (await PuntosAsync())
        .Where(p => p.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        .Select(Ruta)
        .Distinct()
        .Order(StringComparer.Ordinal)
        .ShouldBe(Anonimas.Order(StringComparer.Ordinal));

    private async Task<IEnumerable<RouteEndpoint>> PuntosAsync() => (await casas.De(Motor.Sqlite)).Services
        .GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(p => p.Metadata.GetMetadata<StaticAssetDescriptor>() is null); // style sheets and scripts: the same for everybody

    private static string Ruta(RouteEndpoint punto) => $"/{punto.RoutePattern.RawText?.TrimStart('/')}";
}
