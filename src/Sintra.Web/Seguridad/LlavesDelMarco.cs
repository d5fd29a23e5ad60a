using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Sintra.Cuentas;

namespace Sintra.Web.Seguridad;

/// <summary>
/// Keys of the framework's Data Protection (antiforgery tokens, one-time notices; sessions need none) in the database, because every node
/// must read what another wrote; their secret part is closed with the ring's key for the framework, because who holds a copy of the database must not forge tokens.
/// </summary>
internal sealed class LlavesDelMarco(IServiceScopeFactory ambitos) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var ambito = ambitos.CreateScope();
        return [.. ambito.ServiceProvider.GetRequiredService<SintraDb>().LlavesDelMarco.AsNoTracking().Select(l => l.Xml).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        // The interface is synchronous, and this tells nothing the log should keep: a plain INSERT, not the unit of work.
        using var ambito = ambitos.CreateScope();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        ambito.ServiceProvider.GetRequiredService<SintraDb>().Database.ExecuteSql($"INSERT INTO llave_del_marco (id, xml) VALUES ({friendlyName}, {xml})");
    }
}

/// <summary>AES-256-GCM under the ring's newest key for the framework.</summary>
internal sealed class CierreDelMarco(Llavero llavero) : IXmlEncryptor
{
    internal const int Nonce = 12;
    internal const int Etiqueta = 16;

    internal static ReadOnlySpan<byte> Atadura => "v1|llave_del_marco"u8;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var llave = llavero.Vigente(UsoDeLlave.Marco);
        var claro = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sellado = new byte[Nonce + Etiqueta + claro.Length];
        RandomNumberGenerator.Fill(sellado.AsSpan(0, Nonce));
        using var aes = new AesGcm(llave.Material, Etiqueta);
        aes.Encrypt(sellado.AsSpan(0, Nonce), claro, sellado.AsSpan(Nonce + Etiqueta), sellado.AsSpan(Nonce, Etiqueta), Atadura);
        CryptographicOperations.ZeroMemory(claro);
        return new(new XElement("sellada", new XAttribute("llave", llave.Id), Convert.ToBase64String(sellado)), typeof(AperturaDelMarco));
    }
}

/// <summary>The other half; the framework makes it by its name, which stands in each stored key.</summary>
internal sealed class AperturaDelMarco(IServiceProvider servicios) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var llave = servicios.GetRequiredService<Llavero>().Buscar(UsoDeLlave.Marco, (int)encryptedElement.Attribute("llave")!);
        ReadOnlySpan<byte> sellado = Convert.FromBase64String(encryptedElement.Value);
        var claro = new byte[sellado.Length - CierreDelMarco.Nonce - CierreDelMarco.Etiqueta];
        using var aes = new AesGcm(llave.Material, CierreDelMarco.Etiqueta);
        aes.Decrypt(sellado[..CierreDelMarco.Nonce], sellado[(CierreDelMarco.Nonce + CierreDelMarco.Etiqueta)..], sellado.Slice(CierreDelMarco.Nonce, CierreDelMarco.Etiqueta), claro, CierreDelMarco.Atadura);
        var elemento = XElement.Parse(Encoding.UTF8.GetString(claro));
        CryptographicOperations.ZeroMemory(claro);
        return elemento;
    }
}
