using System.Buffers.Binary;
using System.Text;

namespace Sintra.Bench.Generador;

/// <summary>Rows in the binary format of PostgreSQL's COPY (its manual, «COPY», «Binary Format»), built where the files are made, by several at once.</summary>
internal sealed class FilasDeCopy
{
    /// <summary>Signature, no flags, no extension.</summary>
    public static readonly byte[] Cabecera = [.. "PGCOPY\n"u8, 0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0];

    public static readonly byte[] Final = [0xFF, 0xFF];

    private static readonly DateTime Epoca = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly int DiaCero = new DateOnly(2000, 1, 1).DayNumber;

    private byte[] _bytes = new byte[1 << 16];
    private int _lleno;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _lleno);

    public void Vaciar() => _lleno = 0;

    public void Empezar(int columnas) => BinaryPrimitives.WriteInt16BigEndian(Espacio(2), (short)columnas);

    public void Escribir(object? valor, string tipo)
    {
        switch (valor)
        {
            case null:
                Largo(-1);
                break;
            case Guid id:
                Largo(16);
                id.TryWriteBytes(Espacio(16), bigEndian: true, out _);
                break;
            case string texto:
                Texto(texto, jsonb: tipo == "jsonb");
                break;
            case int entero:
                Largo(4);
                BinaryPrimitives.WriteInt32BigEndian(Espacio(4), entero);
                break;
            case long largo:
                Largo(8);
                BinaryPrimitives.WriteInt64BigEndian(Espacio(8), largo);
                break;
            case bool si:
                Largo(1);
                Espacio(1)[0] = si ? (byte)1 : (byte)0;
                break;
            case DateTime momento:
                Largo(8);
                BinaryPrimitives.WriteInt64BigEndian(Espacio(8), (momento - Epoca).Ticks / TimeSpan.TicksPerMicrosecond);
                break;
            case DateOnly dia:
                Largo(4);
                BinaryPrimitives.WriteInt32BigEndian(Espacio(4), dia.DayNumber - DiaCero);
                break;
            case byte[] bytes:
                Largo(bytes.Length);
                bytes.CopyTo(Espacio(bytes.Length));
                break;
            default:
                throw new NotSupportedException($"{valor.GetType().Name} for a column of type {tipo}.");
        }
    }

    // jsonb begins with the version of its format.
    private void Texto(string texto, bool jsonb)
    {
        var largo = Encoding.UTF8.GetByteCount(texto);
        Largo(jsonb ? largo + 1 : largo);
        if (jsonb)
        {
            Espacio(1)[0] = 1;
        }

        Encoding.UTF8.GetBytes(texto, Espacio(largo));
    }

    private void Largo(int largo) => BinaryPrimitives.WriteInt32BigEndian(Espacio(4), largo);

    private Span<byte> Espacio(int cuanto)
    {
        if (_bytes.Length - _lleno < cuanto)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _lleno + cuanto));
        }

        _lleno += cuanto;
        return _bytes.AsSpan(_lleno - cuanto, cuanto);
    }
}
