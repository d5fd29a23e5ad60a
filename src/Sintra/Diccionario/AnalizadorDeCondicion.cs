namespace Sintra.Diccionario;

/// <summary>Recursive descent over the grammar of the dictionary's README: «or» binds loosest, then «and», then «not».</summary>
internal ref struct AnalizadorDeCondicion(string texto)
{
    // Deeper than anybody writes, far from the end of the stack.
    private const int ProfundidadMaxima = 50;

    private int _posicion;
    private int _profundidad;

    public Condicion Analizar()
    {
        var condicion = Expresion();
        return Palabra().Length == 0 && _posicion == texto.Length ? condicion : throw Error("sobra texto");
    }

    private Condicion Expresion()
    {
        var condicion = Termino();
        while (Toma("or"))
        {
            condicion = new CondicionO(condicion, Termino());
        }

        return condicion;
    }

    private Condicion Termino()
    {
        var condicion = Factor();
        while (Toma("and"))
        {
            condicion = new CondicionY(condicion, Factor());
        }

        return condicion;
    }

    private Condicion Factor()
    {
        if (++_profundidad > ProfundidadMaxima)
        {
            throw Error("demasiados niveles");
        }

        Condicion condicion;
        if (Toma("not"))
        {
            condicion = new CondicionNo(Factor());
        }
        else if (Toma('('))
        {
            condicion = Expresion();
            Exige(')');
        }
        else
        {
            condicion = Prueba();
        }

        _profundidad--;
        return condicion;
    }

    private Condicion Prueba()
    {
        var referencia = Referencia();
        if (Toma("lleno"))
        {
            return new CondicionDeLleno(referencia);
        }

        if (Toma('='))
        {
            return new CondicionDeCodigo(referencia, [Codigo()]);
        }

        if (!Toma("in"))
        {
            throw Error("se esperaba «=», «in» o «lleno»");
        }

        Exige('(');
        var codigos = new List<string> { Codigo() };
        while (Toma(','))
        {
            codigos.Add(Codigo());
        }

        Exige(')');
        return new CondicionDeCodigo(referencia, codigos);
    }

    private ReferenciaDeCondicion Referencia()
    {
        var clave = Codigo();
        if (clave is "or" or "and" or "not" or "in" or "lleno")
        {
            throw Error("se esperaba una variable");
        }

        if (!Toma('.'))
        {
            return new(clave);
        }

        var nivel = Codigo();
        return ReferenciaDeCondicion.Niveles.Contains(nivel) ? new(clave, nivel) : throw Error("se esperaba pais, entidad, municipio o localidad");
    }

    private string Codigo()
    {
        var palabra = Palabra();
        if (palabra.Length == 0)
        {
            throw Error("se esperaba una palabra");
        }

        _posicion += palabra.Length;
        return palabra.ToString();
    }

    private bool Toma(string palabra)
    {
        if (!Palabra().SequenceEqual(palabra))
        {
            return false;
        }

        _posicion += palabra.Length;
        return true;
    }

    private bool Toma(char signo)
    {
        Espacios();
        if (_posicion == texto.Length || texto[_posicion] != signo)
        {
            return false;
        }

        _posicion++;
        return true;
    }

    private void Exige(char signo)
    {
        if (!Toma(signo))
        {
            throw Error($"se esperaba «{signo}»");
        }
    }

    // The next word, without taking it.
    private ReadOnlySpan<char> Palabra()
    {
        Espacios();
        var fin = _posicion;
        while (fin < texto.Length && (char.IsAsciiLetterOrDigit(texto[fin]) || texto[fin] is '_' or '-'))
        {
            fin++;
        }

        return texto.AsSpan(_posicion, fin - _posicion);
    }

    private void Espacios()
    {
        while (_posicion < texto.Length && texto[_posicion] == ' ')
        {
            _posicion++;
        }
    }

    private readonly FormatException Error(string razon) => new($"Condición, posición {_posicion + 1}: {razon}.");
}
