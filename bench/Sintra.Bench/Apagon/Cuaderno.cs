namespace Sintra.Bench.Apagon;

/// <summary>What a registrar knows of one file of theirs: what the server acknowledged, and what was sent and may or may not be there.</summary>
internal sealed class Cuaderno(ExpedienteId id, string edad, string registrador)
{
    public ExpedienteId Id => id;

    /// <summary>Age written in the minimum record, acknowledged with the file itself.</summary>
    public string Edad => edad;

    public string Registrador => registrador;

    public bool RegistroEnviado { get; set; }

    public bool RegistroConfirmado { get; set; }

    /// <summary>Each save writes the number after the last one sent, so that what is stored says which save it was; 0 before the first.</summary>
    public int Enviado { get; set; }

    public int Confirmado { get; set; }

    /// <summary>Value of the last acknowledged draft that no save has followed; 0 without one.</summary>
    public int BorradorConfirmado { get; set; }

    public int BorradorEnviado { get; set; }
}

/// <summary>Answers by kind, over all registrars.</summary>
internal sealed class Cuentas
{
    private int _altas, _registros, _guardadas, _borradores, _sinRespuesta;
    private readonly List<string> _extranas = [];

    public int Altas => _altas;

    public int Registros => _registros;

    public int Guardadas => _guardadas;

    public int Borradores => _borradores;

    public int Confirmadas => _altas + _registros + _guardadas + _borradores;

    /// <summary>Requests on their way when the process died.</summary>
    public int SinRespuesta => _sinRespuesta;

    /// <summary>What nobody foresaw: 5xx, refusals.</summary>
    public IReadOnlyList<string> Extranas => _extranas;

    public void Alta() => Interlocked.Increment(ref _altas);

    public void Registro() => Interlocked.Increment(ref _registros);

    public void Guardada() => Interlocked.Increment(ref _guardadas);

    public void Borrador() => Interlocked.Increment(ref _borradores);

    public void Cortada() => Interlocked.Increment(ref _sinRespuesta);

    public void Extrana(string que)
    {
        lock (_extranas)
        {
            _extranas.Add(que);
        }
    }
}
