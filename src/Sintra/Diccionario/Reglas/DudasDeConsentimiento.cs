namespace Sintra.Diccionario;

/// <summary>What was done on the strength of a consent that does not hold, or is on no record.</summary>
internal sealed class DudasDeConsentimiento(DiccionarioVigente diccionario)
{
    private const string Consulado = "aviso_consular";

    public IEnumerable<Duda> De(Respuestas respuestas)
    {
        foreach (var (grupo, fin) in ConsentimientosQueAmparan.FinDe)
        {
            var amparan = ConsentimientosQueAmparan.De(respuestas, fin).ToHashSet();
            foreach (var (variable, ruta, citado) in
                from fila in respuestas.Filas.GetValueOrDefault(grupo, [])
                from respuesta in fila.Respuestas
                where respuesta.Value.Valor is ValorDeReferencia
                let variable = diccionario.Buscar(respuesta.Key)
                where variable is { ReferenciaA: ConsentimientosQueAmparan.Grupo, Pagina: not null }
                select (variable, RutaDeCampo.De(grupo, fila.Numero, variable.Clave), ((ValorDeReferencia)respuesta.Value.Valor!).Id))
            {
                if (!amparan.Any(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture) == citado))
                {
                    yield return new(variable, ruta, $"«{variable.EtiquetaVisible}»: el consentimiento que se cita ya no ampara; se negó, se revocó o está pendiente. ¿Hay otro?");
                }
            }
        }

        if (respuestas.Unicas.GetValueOrDefault(Consulado)?.Valor is ValorDeOpcion { Codigo: "SI" } && !ConsentimientosQueAmparan.De(respuestas, "CNS").Any())
        {
            yield return new(diccionario[Consulado], Consulado, "Se avisó a su consulado y no consta que ella lo aceptara: ¿falta asentar su consentimiento, o lo negó?");
        }
    }
}
