using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;

namespace Sintra.Tests.Apoyo;

internal static class ConveniosDePruebas
{
    extension(Casa casa)
    {
        /// <summary>A convenio that begins a year ago and lasts as many days from today.</summary>
        /// <param name="empieza">Days from today; a year ago by default.</param>
        public async Task<Guid> ConvenioAsync(string institucion, int dias = 365, int empieza = -365)
        {
            var administra = new Sesion(
                CuentaId.Sistema, "CITP-ST", null, Alcance.Nacional, NivelDeIdentidad.SinIdentidad, new HashSet<Permiso> { Permiso.InstitucionAdministrar });
            var hoy = casa.Reloj.Hoy;
            var resultado = await casa.EnAlcanceAsync(administra, sp => sp.GetRequiredService<RegistrarConvenioHandler>().EjecutarAsync(
                institucion,
                new(ClaseDeConvenio.Colaboracion, "Carga de expedientes", hoy.AddDays(empieza), hoy.AddDays(dias), null),
                TestContext.Current.CancellationToken));
            resultado.Fallas.ShouldBeEmpty();
            return resultado.Valor;
        }

        /// <summary>As if its last day had been yesterday.</summary>
        public Task VencerAsync(Guid convenio)
        {
            var ayer = casa.Reloj.Hoy.AddDays(-1);
            return casa.EnDbAsync(db => db.Convenios.Where(c => c.Id == convenio).ExecuteUpdateAsync(c => c.SetProperty(x => x.Fin, ayer)));
        }
    }
}
