namespace Sintra.Comun;

/// <summary>
/// Whether this process serves a practice system, where nobody is real. Only the verb «practica» says so, in code: no setting, file or variable
/// of the environment can, so that none turns a register of real persons into one where a second factor may be left out.
/// </summary>
public sealed record ModoDePractica(bool Activo)
{
    public static readonly ModoDePractica No = new(false);

    public static readonly ModoDePractica Si = new(true);
}
