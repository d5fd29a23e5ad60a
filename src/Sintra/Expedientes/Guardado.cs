namespace Sintra.Expedientes;

/// <summary>
/// One save of an owner's answers: every row that it writes carries its version, and what each said before is kept beside it, once.
/// </summary>
internal sealed class Guardado(DuenoDeRespuestas dueno, Guid version, string? motivo, CuentaId cuenta, DateTime ahora)
{
    private readonly Dictionary<Documento, Documento?> _antes = [];
    private readonly HashSet<Documento> _firmados = [];

    public DuenoDeRespuestas Dueno => dueno;

    /// <summary>A row to be written, made when there is none.</summary>
    public Documento Abrir(string clave, int fila) => Tomar(dueno.Documentos.SingleOrDefault(d => d.Clave == clave && d.Fila == fila)) ?? Hecho(dueno.Nuevo(clave, fila));

    /// <summary>A row that is there and not taken out; null when there is none.</summary>
    public Documento? Vigente(string clave, int fila) => Tomar(dueno.Documentos.SingleOrDefault(d => d.Clave == clave && d.Fila == fila && !d.Retirada));

    /// <summary>Says whose the row is from now on.</summary>
    public void Firmar(Documento documento)
    {
        documento.Version = version;
        documento.EscritaEn = ahora;
        documento.EscritaPor = cuenta;
        documento.Motivo = motivo;
        if (_firmados.Add(documento) && _antes[documento] is { } anterior)
        {
            dueno.Conservar(anterior);
        }
    }

    private Documento? Tomar(Documento? documento)
    {
        if (documento is not null && !_antes.ContainsKey(documento))
        {
            _antes[documento] = dueno.Anterior(documento, version);
        }

        return documento;
    }

    // Nothing stood there: there is nothing to keep.
    private Documento Hecho(Documento nuevo)
    {
        _antes[nuevo] = null;
        return nuevo;
    }
}
