using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sintra.Tests.Apoyo;

/// <summary>
/// What a device does with a passkey (WebAuthn level 3; ES256, attestation «none»), written apart from what checks it. It is honest until a test
/// makes it lie.
/// </summary>
public sealed class LlaveDePruebas : IDisposable
{
    private readonly ECDsa _par = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private byte[] _dueno = [];

    public byte[] Credencial { get; } = RandomNumberGenerator.GetBytes(16);

    /// <summary>Signatures so far; goes up by itself.</summary>
    public uint Contador { get; set; }

    /// <summary>Origin of the page that the browser has open.</summary>
    public string Origen { get; set; } = "https://localhost";

    public string Sitio { get; set; } = "localhost";

    /// <summary>The device asked for fingerprint, face or PIN.</summary>
    public bool VerificaPersona { get; set; } = true;

    /// <summary>Changes what is signed, after it was signed.</summary>
    public bool Altera { get; set; }

    /// <summary>Answer of <c>navigator.credentials.create</c>, as JSON.</summary>
    public string Crear(string opciones)
    {
        var pedido = JsonNode.Parse(opciones)!;
        _dueno = Base64Url.DecodeFromChars((string)pedido["user"]!["id"]!);
        var punto = _par.ExportParameters(includePrivateParameters: false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. punto.X!, 0x22, 0x58, 0x20, .. punto.Y!];
        byte[] datos = [.. Datos(conLlave: true), .. new byte[16], 0, (byte)Credencial.Length, .. Credencial, .. cose];
        byte[] objeto = [0xA3, .. Cbor("fmt"), .. Cbor("none"), .. Cbor("attStmt"), 0xA0, .. Cbor("authData"), 0x58, (byte)datos.Length, .. datos];
        return Json(new JsonObject
        {
            ["clientDataJSON"] = Texto(Cliente("webauthn.create", pedido)),
            ["attestationObject"] = Texto(objeto),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Answer of <c>navigator.credentials.get</c>, as JSON.</summary>
    public string Firmar(string opciones)
    {
        Contador++;
        var cliente = Cliente("webauthn.get", JsonNode.Parse(opciones)!);
        var datos = Datos(conLlave: false);
        var firma = _par.SignData([.. datos, .. SHA256.HashData(cliente)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        if (Altera)
        {
            datos[^1] ^= 1;
        }

        return Json(new JsonObject
        {
            ["clientDataJSON"] = Texto(cliente),
            ["authenticatorData"] = Texto(datos),
            ["signature"] = Texto(firma),
            ["userHandle"] = Texto(_dueno),
        });
    }

    public void Dispose() => _par.Dispose();

    private byte[] Datos(bool conLlave)
    {
        var contador = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(contador, Contador);
        var banderas = (byte)(0x01 | (VerificaPersona ? 0x04 : 0) | (conLlave ? 0x40 : 0));
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Sitio)), banderas, .. contador];
    }

    private byte[] Cliente(string tipo, JsonNode pedido) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = tipo,
        ["challenge"] = (string)pedido["challenge"]!,
        ["origin"] = Origen,
        ["crossOrigin"] = false,
    });

    private string Json(JsonObject respuesta) => new JsonObject
    {
        ["id"] = Texto(Credencial),
        ["rawId"] = Texto(Credencial),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = respuesta,
    }.ToJsonString();

    // Texts shorter than 24 bytes, which is all that is needed here.
    private static byte[] Cbor(string texto) => [(byte)(0x60 | texto.Length), .. Encoding.ASCII.GetBytes(texto)];

    private static string Texto(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
