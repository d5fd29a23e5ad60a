namespace Sintra.Expedientes.Anexos;

// Of a document the log keeps what it is and how large; never how it is called.

/// <param name="Analizado">Whether an antivirus looked at it.</param>
public sealed record AdjuntoAgregado(
    Guid Adjunto,
    DuenoDeAdjunto ClaseDeDueno,
    Guid Dueno,
    [property: DatoPublico] string Tipo,
    [property: DatoPublico] string Formato,
    long Bytes,
    bool Analizado,
    bool Reservado) : ISuceso;

/// <summary>Taken out: it is kept and nobody opens it any more.</summary>
public sealed record AdjuntoRetirado(Guid Adjunto, DuenoDeAdjunto ClaseDeDueno, Guid Dueno, [property: DatoPublico] string Tipo) : ISuceso;

/// <summary>The antivirus found something in what was sent; nothing of it was kept.</summary>
public sealed record AdjuntoInfectado(DuenoDeAdjunto ClaseDeDueno, Guid Dueno, [property: DatoPublico] string Tipo, [property: DatoPublico] string Formato, long Bytes) : ISuceso;

/// <summary>A document was opened by the account of this line.</summary>
public sealed record AdjuntoAbierto(Guid Adjunto, DuenoDeAdjunto ClaseDeDueno, Guid Dueno, [property: DatoPublico] string Tipo) : ILectura;
