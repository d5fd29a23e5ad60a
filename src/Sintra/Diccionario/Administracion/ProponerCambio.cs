namespace Sintra.Diccionario;

/// <param name="Elemento">Key of what it is about; needed to reword or retire, and to add an option (its catalogue).</param>
public sealed record ProponerCambio(ClaseDePropuesta? Clase, string? Elemento, string? Texto, string? Razon);

public sealed record PropuestaDeDiccionarioRegistrada(Guid Propuesta, int Numero, ClaseDePropuesta Clase, [property: DatoPublico] string? Clave) : ISuceso;

/// <summary>Enters a proposal in the register of the meetings of periodic evaluation.</summary>
public sealed class ProponerCambioHandler(SintraDb db, DiccionarioVigente diccionario, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    private const int Intentos = 5;

    /// <returns>Its number.</returns>
    public async Task<Resultado<int>> EjecutarAsync(ProponerCambio orden, CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.DiccionarioProponer))
        {
            return new NoExiste();
        }

        var (elemento, texto, razon) = (orden.Elemento?.Trim() is { Length: > 0 } clave ? clave : null, orden.Texto?.Trim() ?? "", orden.Razon?.Trim() ?? "");
        if (Fallas(orden.Clase, elemento, texto, razon).ToList() is { Count: > 0 } fallas)
        {
            return Resultado<int>.ConFallas(fallas);
        }

        // Two that propose at once would take one number: whoever comes second takes the next.
        for (var intento = 0; intento < Intentos; intento++)
        {
            var propuesta = new PropuestaDeDiccionario
            {
                Numero = (await db.PropuestasDeDiccionario.MaxAsync(p => (int?)p.Numero, ct) ?? 0) + 1,
                Clase = orden.Clase!.Value,
                Elemento = elemento,
                Texto = texto,
                Razon = razon,
                Institucion = sesion.Institucion,
                PropuestaPor = sesion.Cuenta,
                PropuestaEn = reloj.Ahora,
            };
            db.Add(propuesta);
            bitacora.Asentar(new PropuestaDeDiccionarioRegistrada(propuesta.Id, propuesta.Numero, propuesta.Clase, elemento));
            if (await db.IntentarGuardarAsync(ct))
            {
                return propuesta.Numero;
            }
        }

        return new Falla(null, "Otras personas están proponiendo al mismo tiempo. Vuelva a enviar su propuesta.");
    }

    private IEnumerable<Falla> Fallas(ClaseDePropuesta? clase, string? elemento, string texto, string razon)
    {
        if (clase is not { } cual || !Enum.IsDefined(cual))
        {
            yield return new(nameof(ProponerCambio.Clase), "Elija qué propone.");
        }

        if (elemento is null ? clase is ClaseDePropuesta.Opcion or ClaseDePropuesta.Redaccion or ClaseDePropuesta.Retiro : !Existe(elemento))
        {
            yield return new(nameof(ProponerCambio.Elemento), elemento is null
                ? "Escriba la clave de la variable, del catálogo o de la opción."
                : "Esa clave no está en el diccionario. Búsquela en «Diccionario de datos».");
        }

        if (texto.Length is 0 or > PropuestaDeDiccionario.LargoDeTexto)
        {
            yield return new(nameof(ProponerCambio.Texto), $"Escriba cómo quedaría, en {PropuestaDeDiccionario.LargoDeTexto} caracteres o menos.");
        }

        if (razon.Length is 0 or > PropuestaDeDiccionario.LargoDeTexto)
        {
            yield return new(nameof(ProponerCambio.Razon), $"Escriba por qué hace falta, en {PropuestaDeDiccionario.LargoDeTexto} caracteres o menos.");
        }
    }

    private bool Existe(string elemento) => diccionario.Buscar(elemento) is not null
        || (elemento.Split('/', 2) is [var catalogo, .. var codigo] && diccionario.Catalogos.GetValueOrDefault(catalogo) is { } suyo && codigo.All(c => suyo.Buscar(c) is not null));
}
