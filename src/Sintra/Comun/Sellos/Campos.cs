using System.Buffers.Binary;
using System.Text;

namespace Sintra.Comun.Sellos;

/// <summary>
/// Fields one after another, each behind its length: no two lists of fields ever give the same bytes, whatever they hold.
/// What a seal is bound to and what a MAC of the log covers are written this way.
/// </summary>
internal ref struct Campos
{
    private readonly Span<byte> _espacio;
    private int _lleno;

    public Campos(Span<byte> espacio) => _espacio = espacio;

    public readonly ReadOnlySpan<byte> Bytes => _espacio[.._lleno];

    /// <summary>Room that is enough for a text of this length.</summary>
    public static int Espacio(string texto) => sizeof(int) + Encoding.UTF8.GetMaxByteCount(texto.Length);

    public void Agregar(ReadOnlySpan<byte> bytes)
    {
        Largo(bytes.Length);
        bytes.CopyTo(_espacio[_lleno..]);
        _lleno += bytes.Length;
    }

    public void Agregar(string texto)
    {
        var inicio = _lleno;
        _lleno += sizeof(int);
        var largo = Encoding.UTF8.GetBytes(texto, _espacio[_lleno..]);
        BinaryPrimitives.WriteInt32BigEndian(_espacio[inicio..], largo);
        _lleno += largo;
    }

    public void Agregar(long numero)
    {
        Largo(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(_espacio[_lleno..], numero);
        _lleno += sizeof(long);
    }

    public void Agregar(Guid? id)
    {
        Largo(id is null ? 0 : 16);
        if (id is { } valor)
        {
            valor.TryWriteBytes(_espacio[_lleno..], bigEndian: true, out var escritos);
            _lleno += escritos;
        }
    }

    private void Largo(int largo)
    {
        BinaryPrimitives.WriteInt32BigEndian(_espacio[_lleno..], largo);
        _lleno += sizeof(int);
    }
}
