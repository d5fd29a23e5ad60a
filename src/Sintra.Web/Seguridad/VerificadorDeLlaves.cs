using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Sintra.Cuentas;

namespace Sintra.Web.Seguridad;

/// <summary>
/// ASP.NET Core Identity's passkey handler, asked for what SINTRA demands: the site and origin of the public address, the person verified each
/// time, a credential that the device finds by itself. It compares with the state it is given, which the core keeps and spends.
/// </summary>
internal sealed class VerificadorDeLlaves(IPasskeyHandler<Cuenta> llaves, IHttpContextAccessor contexto) : IVerificadorDeLlaves
{
    // The longest answer is an attestation with its certificates; «none» has none.
    private const int LargoMaximo = 16_384;

    public static void Configurar(IdentityPasskeyOptions opciones, DireccionPublica direccion)
    {
        // As browsers write it: the name in ASCII, the port where it is not the scheme's own.
        var raiz = direccion.Raiz;
        var origen = $"{raiz.Scheme}://{raiz.IdnHost}{(raiz.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{raiz.Port}"))}";
        opciones.ServerDomain = raiz.IdnHost;
        opciones.ValidateOrigin = o => ValueTask.FromResult(!o.CrossOrigin && string.Equals(o.Origin, origen, StringComparison.Ordinal));
        opciones.UserVerificationRequirement = "required";
        opciones.ResidentKeyRequirement = "required";
        opciones.AttestationConveyancePreference = "none";
        opciones.AuthenticatorTimeout = RetoDeLlave.Vigencia;
    }

    public async Task<PreguntaDeLlave> PreguntarAltaAsync(Cuenta cuenta)
    {
        var pregunta = await llaves.MakeCreationOptionsAsync(new() { Id = cuenta.Id.ToString(), Name = cuenta.Correo, DisplayName = cuenta.Nombre }, Contexto);
        return new(pregunta.CreationOptionsJson, pregunta.AttestationState ?? "");
    }

    public async Task<PreguntaDeLlave> PreguntarUsoAsync(Cuenta? cuenta)
    {
        var pregunta = await llaves.MakeRequestOptionsAsync(cuenta, Contexto);
        return new(pregunta.RequestOptionsJson, pregunta.AssertionState ?? "");
    }

    public async Task<UserPasskeyInfo?> ComprobarAltaAsync(string credencial, string estado, Cuenta cuenta)
    {
        var resultado = Legible(credencial) ? await llaves.PerformAttestationAsync(new() { HttpContext = Contexto, CredentialJson = credencial, AttestationState = estado }) : null;
        return resultado is { Succeeded: true } && resultado.UserEntity.Id == cuenta.Id.ToString() ? resultado.Passkey : null;
    }

    public async Task<(Cuenta Cuenta, UserPasskeyInfo Llave)?> ComprobarUsoAsync(string credencial, string estado)
    {
        var resultado = Legible(credencial) ? await llaves.PerformAssertionAsync(new() { HttpContext = Contexto, CredentialJson = credencial, AssertionState = estado }) : null;
        return resultado is { Succeeded: true } ? (resultado.User, resultado.Passkey) : null;
    }

    public byte[]? CredencialDe(string credencial)
    {
        if (!Legible(credencial))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(credencial);
            return json.RootElement is { ValueKind: JsonValueKind.Object } raiz && raiz.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? Base64Url.DecodeFromChars(id.GetString())
                : null;
        }
        catch (Exception causa) when (causa is JsonException or FormatException or InvalidOperationException) // half a letter in the id
        {
            return null;
        }
    }

    private static bool Legible(string credencial) => credencial.Length is > 0 and <= LargoMaximo;

    private HttpContext Contexto => contexto.HttpContext!;
}
