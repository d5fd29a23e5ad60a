using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Sintra.Tests.Apoyo;

/// <summary>One line of the log as an operator would keep it: message, structured values, scopes and exception.</summary>
public sealed record LineaDeRegistro(LogLevel Nivel, string Categoria, string Texto);

/// <summary>Keeps every log line of a house, so that a test can say what must not be in any.</summary>
public sealed class RegistroEnMemoria : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<LineaDeRegistro> _lineas = new();
    private IExternalScopeProvider _ambitos = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<LineaDeRegistro> Lineas => _lineas;

    public ILogger CreateLogger(string categoryName) => new Escritor(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _ambitos = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Escritor(RegistroEnMemoria registro, string categoria) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => registro._ambitos.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var partes = new List<string> { formatter(state, exception) };
            if (state is IReadOnlyList<KeyValuePair<string, object?>> valores)
            {
                partes.AddRange(valores.Select(v => $"{v.Key}={v.Value}"));
            }

            registro._ambitos.ForEachScope((ambito, lista) => lista.Add(ambito?.ToString() ?? ""), partes);
            if (exception is not null)
            {
                partes.Add(exception.ToString());
            }

            registro._lineas.Enqueue(new(logLevel, categoria, string.Join(" | ", partes)));
        }
    }
}
