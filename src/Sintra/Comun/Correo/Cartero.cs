using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Sintra.Comun.Correo;

/// <summary>A message for one person. Never carries a datum of anybody else.</summary>
public sealed record Mensaje(string Para, string Asunto, string Texto, string Html)
{
    // Never let a record print it: it holds an address and a link.
    public override string ToString() => nameof(Mensaje);
}

/// <summary>How the connection to the mail server is protected.</summary>
public enum TlsDeCorreo
{
    /// <summary>Starts in clear and demands TLS before saying anything (port 587).</summary>
    StartTls,

    /// <summary>TLS from the first byte (port 465).</summary>
    Directo,

    /// <summary>None: only for a server on the same machine.</summary>
    Ninguno,
}

/// <summary>Settings <c>Correo:…</c>.</summary>
public sealed record OpcionesDeCorreo
{
    /// <summary>SMTP server; without it messages become files.</summary>
    public string? Servidor { get; init; }

    public int Puerto { get; init; } = 587;
    public string? Usuario { get; init; }
    public string? Clave { get; init; }

    /// <summary>Sender's address.</summary>
    public string De { get; init; } = "sintra@localhost";

    public TlsDeCorreo Tls { get; init; } = TlsDeCorreo.StartTls;

    public override string ToString() => $"{Servidor}:{Puerto}";
}

/// <summary>Sends mail by SMTP, or leaves it as <c>.eml</c> in the data folder while no server is configured.</summary>
public sealed class Cartero
{
    private readonly OpcionesDeCorreo _opciones;
    private readonly DirectorioDeDatos _datos;
    private readonly TimeProvider _reloj;
    private readonly ILogger<Cartero> _log;

    public Cartero(OpcionesDeCorreo opciones, DirectorioDeDatos datos, TimeProvider reloj, ILogger<Cartero> log)
    {
        (_opciones, _datos, _reloj, _log) = (opciones, datos, reloj, log);
        if (string.IsNullOrEmpty(opciones.Servidor))
        {
            log.LogWarning("No mail server is configured (Correo:Servidor): messages are written to {Carpeta}", datos.Correo);
        }
    }

    /// <returns>False when the server could not be reached or refused; the log says why, without the address.</returns>
    public async Task<bool> EnviarAsync(Mensaje mensaje, CancellationToken ct)
    {
        using var mime = new MimeMessage();
        mime.From.Add(new MailboxAddress("SINTRA", _opciones.De));
        mime.To.Add(new MailboxAddress("", mensaje.Para));
        mime.Subject = mensaje.Asunto;
        mime.Date = _reloj.GetLocalNow();
        using var cuerpo = new MultipartAlternative
        {
            new TextPart("plain") { Text = mensaje.Texto },
            new TextPart("html") { Text = $"<!doctype html><html lang=\"es-MX\"><body>{mensaje.Html}</body></html>" },
        };
        mime.Body = cuerpo;

        if (string.IsNullOrEmpty(_opciones.Servidor))
        {
            await EscribirAsync(mime, ct);
            return true;
        }

        try
        {
            await MandarAsync(mime, _opciones.Servidor, ct);
            return true;
        }
        catch (Exception error) when (error is SocketException or IOException or ServiceNotConnectedException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException)
        {
            // The type only: servers repeat the address in their refusals.
            _log.LogError("The mail server {Servidor} did not take a message: {Motivo}", _opciones.Servidor, error.GetType().Name);
            return false;
        }
    }

    private async Task MandarAsync(MimeMessage mime, string servidor, CancellationToken ct)
    {
        using var smtp = new SmtpClient();
        var tls = _opciones.Tls switch
        {
            TlsDeCorreo.Directo => SecureSocketOptions.SslOnConnect,
            TlsDeCorreo.Ninguno => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await smtp.ConnectAsync(servidor, _opciones.Puerto, tls, ct);
        if (_opciones.Usuario is { Length: > 0 } usuario)
        {
            await smtp.AuthenticateAsync(usuario, _opciones.Clave ?? "", ct);
        }

        await smtp.SendAsync(mime, ct);
        await smtp.DisconnectAsync(quit: true, ct);
    }

    private async Task EscribirAsync(MimeMessage mime, CancellationToken ct)
    {
        DirectorioDeDatos.En(_datos.Correo);
        await using var archivo = ArchivoPrivado.Abrir(
            Path.Combine(_datos.Correo, $"{Guid.CreateVersion7():n}.eml"), FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous);
        await mime.WriteToAsync(archivo, ct);
    }
}
