namespace Sintra.Personas;

/// <summary>Why a pair is never suggested as one person, however much agrees.</summary>
internal enum Veto
{
    Ninguno,

    /// <summary>No given name in common: twins and siblings agree in all the rest.</summary>
    NombresAjenos,

    /// <summary>Two CURPs, each valid, that differ.</summary>
    CurpsDistintas,

    /// <summary>One name and years that one person cannot have: parent and child, namesakes.</summary>
    EdadesIncompatibles,

    /// <summary>Nothing compared that tells people apart: an alias and an age fit many.</summary>
    FichaEscasa,

    /// <summary>No more than «possible»: names agree, and neither a birth date nor anything else that is one person's own confirms them.</summary>
    SinConfirmar,
}

/// <summary>What two records say of being one person.</summary>
/// <param name="Niveles">By field of the scheme, <see cref="CampoComparado.SinDato"/> where one is silent. No values: it may be kept as evidence.</param>
/// <param name="Puntos">Bits, the odds beforehand among them.</param>
internal readonly record struct Comparacion(sbyte[] Niveles, double Puntos, Veto Veto)
{
    // One in six of the vetoed whose fields agree is one person all the same (nicknames unheard of, two errors in a name).
    private const double TopeDeVeto = 0.18;

    // Below «very probable», which one person alone may confirm.
    private const double TopeSinConfirmar = 0.98;

    /// <summary>Of being one person; with a veto never above one half.</summary>
    public double Probabilidad => Veto switch
    {
        Veto.Ninguno => SinVeto,
        Veto.SinConfirmar => Math.Min(TopeSinConfirmar, SinVeto),
        _ => Math.Min(TopeDeVeto, SinVeto),
    };

    /// <summary>The same without vetoes, for estimating how many persons there are.</summary>
    public double SinVeto => 1 / (1 + Math.Exp(-Puntos * Math.Log(2)));
}

/// <summary>Compares pairs under one model. Batch and single lookups both come here, so they agree to the bit. Safe for many threads.</summary>
internal sealed class Comparador
{
    private readonly IReadOnlyList<CampoComparado> _campos;
    private readonly double[][] _pesos;
    private readonly double _previo;
    private readonly bool _deMexico;
    private readonly (int Nombres, int Nacimiento, int Curp, int Lugar, int Telefono, int Correo) _en;

    public Comparador(Modelo modelo, EsquemaDePersona esquema)
    {
        _campos = CamposDeEsquema.De(esquema);
        _pesos = [.. _campos.Select(c => modelo.De(c)).Select(p => p.M.Zip(p.U, (m, u) => Math.Log2(m / u)).ToArray())];
        _previo = modelo.Previo;
        _deMexico = esquema.DeMexico;
        _en = (Lugar("nombres"), Lugar("nacimiento"), Lugar("curp"), Lugar("lugar"), Lugar("telefono"), Lugar("correo"));
    }

    public IReadOnlyList<CampoComparado> Campos => _campos;

    /// <summary>The same whichever comes first.</summary>
    public Comparacion Comparar(PersonaComparable a, PersonaComparable b)
    {
        var niveles = new sbyte[_campos.Count];
        var puntos = _previo;
        for (var f = 0; f < niveles.Length; f++)
        {
            var nivel = _campos[f].Comparar(a, b);
            niveles[f] = (sbyte)nivel;
            if (nivel >= 0)
            {
                puntos += _pesos[f][nivel] + _campos[f].Rareza(a, b, nivel);
            }
        }

        return new(niveles, puntos, Vetar(niveles, a, b));
    }

    /// <summary>The veto of a pair whose levels are known.</summary>
    public Veto Vetar(sbyte[] niveles, PersonaComparable a, PersonaComparable b)
    {
        if (!_deMexico)
        {
            // What a twin or a namesake looks like is known of our own files only.
            return Identifica(niveles) ? Veto.Ninguno : Veto.FichaEscasa;
        }

        if (niveles[_en.Nombres] == CampoDeNombres.NingunoEnComun && niveles[_en.Curp] != CampoDeCurp.Iguales)
        {
            return Veto.NombresAjenos;
        }

        if (niveles[_en.Curp] > CampoDeCurp.Iguales && a.CurpEsValida && b.CurpEsValida)
        {
            return Veto.CurpsDistintas;
        }

        if (niveles[_en.Nacimiento] is FechasParecidas.Incompatibles or CampoDeNacimiento.EdadesIncompatibles
            && niveles[_en.Nombres] is >= 0 and <= CampoDeNombres.Cambiados
            && niveles[_en.Curp] != CampoDeCurp.Iguales)
        {
            return Veto.EdadesIncompatibles;
        }

        return !Identifica(niveles) ? Veto.FichaEscasa : EstaConfirmado(niveles) ? Veto.Ninguno : Veto.SinConfirmar;
    }

    // A CURP, a telephone; or, of people whose given names do not differ, the birth date but for an error; where there is no date, the state at least.
    private bool EstaConfirmado(sbyte[] niveles) =>
        niveles[_en.Curp] is CampoDeCurp.Iguales or CampoDeCurp.DosEdiciones
        || niveles[_en.Telefono] == 0
        || niveles[_en.Correo] == 0
        || (niveles[_en.Nombres] is >= 0 and < CampoDeNombres.CompartenUno && NacioEntonces(niveles[_en.Nacimiento], niveles[_en.Lugar]));

    private static bool NacioEntonces(sbyte nacimiento, sbyte lugar) => nacimiento switch
    {
        FechasParecidas.Iguales or FechasParecidas.UnError or FechasParecidas.PrimeroDeEnero => true,
        FechasParecidas.DosErrores => lugar == CampoDeLugar.MismoMunicipio,
        CampoDeNacimiento.EdadesCercanas => lugar is CampoDeLugar.MismoMunicipio or CampoDeLugar.MismaEntidad,
        _ => false,
    };

    // A whole birth date on both sides tells people apart as a name does.
    private bool Identifica(sbyte[] niveles)
    {
        for (var f = 0; f < niveles.Length; f++)
        {
            if (niveles[f] >= 0 && _campos[f].Identifica)
            {
                return true;
            }
        }

        return niveles[_en.Nacimiento] is >= 0 and < CampoDeNacimiento.EdadesCercanas;
    }

    private int Lugar(string clave) => _campos.Index().First(c => c.Item.Clave == clave).Index;
}
