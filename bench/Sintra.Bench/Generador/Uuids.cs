using System.Buffers.Binary;

namespace Sintra.Bench.Generador;

/// <summary>Ids that are the same for the same seed, file and turn: UUID version 7 (RFC 9562) whose 74 bits of chance are drawn from those.</summary>
internal static class Uuids
{
    public static Guid De(DateTime momento, ulong semilla, ulong ficha, uint turno)
    {
        Span<byte> bytes = stackalloc byte[16];
        var uno = Mezclar(Mezclar(semilla ^ 0x1D5_0000) + (ficha << 16) + turno);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)new DateTimeOffset(momento).ToUnixTimeMilliseconds() << 16) | 0x7000 | (uno & 0x0FFF));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Mezclar(uno) >> 2) | 0x8000_0000_0000_0000);
        return new(bytes, bigEndian: true);
    }

    // SplitMix64's output function: one to one, so that no two turns of one seed meet.
    private static ulong Mezclar(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
