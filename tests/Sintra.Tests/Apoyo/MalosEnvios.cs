using Sintra.Diccionario;
using Sintra.Practica;

namespace Sintra.Tests.Apoyo;

/// <summary>Answers that no variable of their type takes, drawn from a seed.</summary>
internal static class MalosEnvios
{
    /// <param name="ruta">Path of the variable.</param>
    /// <returns>The fields as they travel.</returns>
    public static KeyValuePair<string, string>[] Mala(this Azar azar, Variable variable, string ruta)
    {
        KeyValuePair<string, string>[] De(params string[] partes) => [.. partes.Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(ruta + p[0], p[1]))];
        if (azar.Cae(10))
        {
            return De(".estado=" + azar.Uno(["QUIZA", "ns", "NS NC", "<b>"]));
        }

        string[][] posibles = variable.Tipo switch
        {
            TipoDeVariable.Opcion or TipoDeVariable.SiNo or TipoDeVariable.Opciones => [["=NO_HAY_TAL"], ["=" + new string('z', azar.Entre(40, 400))], ["=‮AB"]],
            TipoDeVariable.Entero => [["=muchos"], ["=-1"], ["=2.5"], ["=99999999999999999999"], ["=1", "=2"]],
            TipoDeVariable.Decimal => [["=muchos"], ["=1e9x"], ["=1", "=2"]],
            TipoDeVariable.TextoCorto or TipoDeVariable.TextoLargo => [["=" + new string('a', (variable.Max ?? 4000) + azar.Entre(1, 90))], ["=Ana‮airaM"], ["=Ana\u001b[2J"], ["=una", "=otra"]],
            TipoDeVariable.Fecha or TipoDeVariable.FechaParcial => [[".dia=31", ".mes=2", ".anio=2000"], [".anio=99999"], [".anio=abc"], [".mes=3"], [".dia=1", ".anio=2020"], [".mes=13", ".anio=2020"]],
            TipoDeVariable.PeriodoParcial => [[".desde_anio=2026", ".hasta_anio=1990"], [".desde_mes=13", ".desde_anio=2020"], [".hasta_anio=mucho"], [".hasta_mes=3"]],
            TipoDeVariable.Lugar => [[".entidad=99"], [".pais=FR", ".entidad=09"], [".pais=MX", ".entidad=09", ".municipio=07001"], [".pais=NO_HAY_TAL"]],
            TipoDeVariable.Edad => [[".valor=-3"], [".valor=abc"], [".valor=999"], [".valor=3", ".min=1", ".max=2"], [".min=9"], [".min=9", ".max=3"], [".valor=3", ".fuente=QUIZA"]],
            TipoDeVariable.Telefono => [["=llame"], ["=12"]],
            TipoDeVariable.Correo => [["=sin-arroba"], ["=a@b@c"]],
            TipoDeVariable.Curp => [["=ESTO-NO-ES"], ["=XEXX010101MNEXXXA"]],
            _ => [["=1", "=2"]],
        };
        return De(azar.Uno(posibles));
    }
}
