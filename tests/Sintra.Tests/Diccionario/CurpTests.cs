using System.Globalization;
using CsCheck;
using Sintra.Diccionario;

namespace Sintra.Tests.Diccionario;

/// <summary>RENAPO's rules on the vectors of <c>Datos/curp</c>: ten that agree with their data, ten that break one rule each.</summary>
public sealed class CurpTests
{
    private static readonly IReadOnlyList<string[]> Ejemplos =
        [.. File.ReadAllLines(Path.Combine(Fuentes.Raiz, "tests/Sintra.Tests/Datos/curp/curp_ejemplos_sinteticos.csv")).Skip(1).Select(Partes)];

    private static readonly Dictionary<string, FallaDeCurp> Reglas = new()
    {
        ["dígito verificador"] = FallaDeCurp.DigitoVerificador,
        ["longitud"] = FallaDeCurp.Longitud,
        ["formato"] = FallaDeCurp.Formato,
        ["fecha"] = FallaDeCurp.Fecha,
        ["palabra inconveniente"] = FallaDeCurp.PalabraInconveniente,
    };

    [Fact]
    public void Las_validas_no_tienen_falla_y_siguen_de_su_nombre_su_dia_su_sexo_y_su_estado()
    {
        var validas = Ejemplos.Where(e => e[1] == "1").ToList();
        validas.Count.ShouldBe(10);
        foreach (var e in validas)
        {
            var curp = e[0];
            Curp.Revisar(curp).ShouldBeNull(curp);
            Curp.DeNombre(e[2], e[3], e[4]).ShouldBe((curp[..4], curp[13..16]), curp);
            Curp.Nacimiento(curp).ShouldBe(DateOnly.Parse(e[5], CultureInfo.InvariantCulture), curp);
            Curp.Sexo(curp).ToString().ShouldBe(e[6]);
            Curp.Entidad(curp).ShouldBe(e[7]);
        }
    }

    [Fact]
    public void Cada_invalida_rompe_la_regla_que_dice()
    {
        var invalidas = Ejemplos.Where(e => e[1] == "0").ToList();
        invalidas.Count.ShouldBe(10);
        invalidas.Select(e => (e[0], Curp.Revisar(e[0]))).ShouldBe(invalidas.Select(e => (e[0], (FallaDeCurp?)Reglas[e[8].Split("→")[1].Trim()])));
    }

    [Fact]
    public void Un_caracter_cambiado_entre_los_diecisiete_casi_siempre_se_nota() => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 16], Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"])
        .Sample((cual, lugar, letra) =>
        {
            var buena = Ejemplos[cual][0];
            var cambiada = buena[..lugar] + letra + buena[(lugar + 1)..];

            // The digit is a sum modulo ten: what changes it by a multiple of ten is not seen; the rest is.
            var (antes, ahora) = (Curp.Digito(buena), Curp.Digito(cambiada));
            (antes == ahora || Curp.Revisar(cambiada) is not null).ShouldBeTrue(cambiada);
        });

    private static string[] Partes(string renglon)
    {
        var partes = new List<string>();
        var (dentro, actual) = (false, "");
        foreach (var letra in renglon)
        {
            (dentro, actual) = (letra, dentro) switch
            {
                ('"', _) => (!dentro, actual),
                (',', false) => (false, Guardar(actual)),
                _ => (dentro, actual + letra),
            };
        }

        partes.Add(actual);
        return [.. partes];

        string Guardar(string parte)
        {
            partes.Add(parte);
            return "";
        }
    }
}
