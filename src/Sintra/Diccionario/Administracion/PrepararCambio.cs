namespace Sintra.Diccionario;

/// <summary>Prepares one change of the dictionary, as a draft that nobody else sees at work.</summary>
/// <param name="Clave">Of the element: variable, page, or <c>catalogo/CODIGO</c>. A new one must never have been used.</param>
/// <param name="Columnas">Columns that change; an empty one is taken away; those not named stay.</param>
/// <param name="Orden">Place among the elements of its class; null: where it was, or last.</param>
public sealed record PrepararCambio(
    ClaseDeElemento Clase,
    string Clave,
    IReadOnlyDictionary<string, string> Columnas,
    bool EsNuevo,
    bool Retirado = false,
    int? Orden = null);

/// <summary>A change was prepared, replaced or discarded.</summary>
public sealed record CambioDeDiccionarioPreparado([property: DatoPublico] string Clave, bool Retirado, bool Descartado) : ISuceso;

public sealed class PrepararCambioHandler(SintraDb db, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    // What answers already given are read by: another type, another unit or another list would make them unreadable.
    private static readonly Dictionary<string, string> Fijas = new()
    {
        ["tipo"] = "El tipo no cambia: retire esta variable y agregue otra.",
        ["unidad"] = "No cambia de quién habla: retire esta variable y agregue otra.",
        ["catalogo"] = "El catálogo no cambia: retire esta variable y agregue otra.",
        ["sellada"] = "No cambia si se sella: retire esta variable y agregue otra.",
        ["codigo"] = "El código no cambia: retire esta opción y agregue otra.",
    };

    public async Task<Resultado<Guid>> EjecutarAsync(PrepararCambio orden, CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.DiccionarioPublicar) || orden.Clase is not (ClaseDeElemento.Variable or ClaseDeElemento.Opcion or ClaseDeElemento.Pagina))
        {
            return new NoExiste();
        }

        var elementos = await db.ElementosPreparadosAsync(ct);
        var antes = elementos.SingleOrDefault(e => e.Clase == orden.Clase && e.Clave == orden.Clave);
        if (orden.EsNuevo != antes is null)
        {
            return orden.EsNuevo ? new Falla("clave", "Esa clave ya se usa, o se usó antes: elija otra.") : new NoExiste();
        }

        var columnas = new Dictionary<string, string>(antes?.Columnas ?? new Dictionary<string, string>());
        foreach (var (columna, valor) in orden.Columnas)
        {
            if (string.IsNullOrWhiteSpace(valor))
            {
                columnas.Remove(columna);
            }
            else
            {
                columnas[columna] = valor.Trim();
            }
        }

        ColumnasDeElemento.Completar(orden.Clase, columnas, elementos, nueva: antes is null);
        var referencias = orden.Clase == ClaseDeElemento.Opcion && !orden.Retirado ? ReferenciasDeOpciones.Fallas(orden.Clave, columnas, elementos) : [];
        if (ColumnasDeElemento.Faltantes(orden.Clase, columnas).Concat(referencias).ToList() is { Count: > 0 } faltantes)
        {
            return Resultado<Guid>.ConFallas(faltantes);
        }

        var cambiadas = antes is null ? [] : Fijas.Where(f => antes[f.Key] != columnas.GetValueOrDefault(f.Key)).Select(f => new Falla(f.Key, f.Value)).ToList();
        if (cambiadas.Count > 0)
        {
            return Resultado<Guid>.ConFallas(cambiadas);
        }

        var lugar = orden.Orden ?? antes?.Orden ?? elementos.Where(e => e.Clase == orden.Clase).Max(e => e.Orden) + 1;
        var elemento = Elemento.De(orden.Clase, orden.Clave, lugar, columnas, orden.Retirado);
        if (Reparos([.. elementos.Where(e => e != antes), elemento]) is { Count: > 0 } fallas)
        {
            return Resultado<Guid>.ConFallas(fallas);
        }

        return await GuardarAsync(elemento, ct);
    }

    private static List<Falla> Reparos(IReadOnlyList<Elemento> elementos)
    {
        try
        {
            return [.. Coherencia.Reparos(Armador.Armar(1, elementos))];
        }
        catch (FormatException e)
        {
            return [new(Armador.ColumnaEnFalta(e), "Este dato no tiene la forma que pide el diccionario. Revíselo.")];
        }
    }

    private async Task<Guid> GuardarAsync(Elemento elemento, CancellationToken ct)
    {
        var cambio = await db.CambiosPreparados.SingleOrDefaultAsync(c => c.Clase == elemento.Clase && c.Clave == elemento.Clave, ct);
        if (cambio is null)
        {
            cambio = new()
            {
                Clase = elemento.Clase,
                Clave = elemento.Clave,
                Orden = elemento.Orden,
                Definicion = elemento.Definicion,
                Retirado = elemento.Retirado,
                Cuenta = sesion.Cuenta,
                PreparadoEn = reloj.Ahora,
            };
            db.Add(cambio);
        }
        else
        {
            (cambio.Orden, cambio.Definicion, cambio.Retirado) = (elemento.Orden, elemento.Definicion, elemento.Retirado);
            (cambio.Cuenta, cambio.PreparadoEn) = (sesion.Cuenta, reloj.Ahora);
        }

        bitacora.Asentar(new CambioDeDiccionarioPreparado(elemento.Clave, elemento.Retirado, Descartado: false));
        await db.SaveChangesAsync(ct);
        return cambio.Id;
    }
}
