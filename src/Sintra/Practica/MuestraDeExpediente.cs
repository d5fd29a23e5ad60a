using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Practica;

/// <summary>One page of the sample.</summary>
/// <param name="PuedeMostrar">Groups of what is protected here that the profile may show with a reason.</param>
public sealed record PaginaDeMuestra(Pagina Pagina, IReadOnlyList<RenglonDeResumen> Renglones, IReadOnlyList<GrupoDeIdentidad> PuedeMostrar);

/// <summary>
/// A made-up file as a profile sees it: the same masks and the same words as a real one, of a person who is nobody. It is in no database, so that looking
/// at a profile's screens needs nobody's data.
/// </summary>
public sealed class MuestraDeExpediente(DiccionarioVigente diccionario, ResumenDePagina resumen, TimeProvider reloj)
{
    private const int Candidatas = 60;

    /// <returns>Empty when the profile sees no files.</returns>
    public IReadOnlyList<PaginaDeMuestra> De(Perfil perfil, IReadOnlySet<Permiso> permisos)
    {
        if (!permisos.Contains(Permiso.ExpedienteLeer))
        {
            return [];
        }

        var vista = new Vista(new Sesion(default, "", null, perfil.Alcance, perfil.Nivel, permisos), new HashSet<string>());
        var paginas = diccionario.TodasLasPaginas.Where(p => p.Tipo == "generica").ToList();
        var ficha = Enumerable.Range(1, Candidatas).Select(n => FichaDePractica.De(n, reloj.Hoy)).MaxBy(f => f.Paginas.Count)!;
        var capturas = paginas.Where(p => ficha.Paginas.ContainsKey(p.Clave))
            .Select(p => new LectorDeCaptura(diccionario).Leer(diccionario.DePagina(p.Clave), ficha.Paginas[p.Clave], reloj.Hoy, reloj.Hoy).Respuestas)
            .ToList();
        var reales = new Respuestas(capturas.SelectMany(c => c.Unicas).ToDictionary(), capturas.SelectMany(c => c.Filas).ToDictionary());
        var contexto = new ContextoDeCondicion(diccionario, reales.Unicas, Derivadas.Calcular(diccionario, reales, reloj.Hoy));
        var visibles = vista.Enmascarar(reales, diccionario);
        return [.. paginas.Select(p => Armar(p, new([.. diccionario.DePagina(p.Clave)], [], vista, reales, visibles, contexto), permisos)).Where(p => p.Renglones.Count > 0)];
    }

    private PaginaDeMuestra Armar(Pagina pagina, PaginaLeida leida, IReadOnlySet<Permiso> permisos)
    {
        List<RenglonDeResumen> renglones = [.. resumen.De(leida).Where(r => r.Texto is not null || r.Protegida)];
        var grupos = renglones.Where(r => r.Protegida).Select(r => r.Variable.GrupoDeIdentidad).ToHashSet();
        return new(pagina, renglones, [.. diccionario.GruposDeIdentidad.Where(g => grupos.Contains(g.Clave) && permisos.Contains(g.Permiso))]);
    }
}
