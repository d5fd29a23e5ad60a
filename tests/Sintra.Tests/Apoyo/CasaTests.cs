namespace Sintra.Tests.Apoyo;

public sealed class CasaTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task La_casa_se_levanta_sobre_su_propia_base(Motor motor)
    {
        var casa = await casas.De(motor);

        (await casa.EnDbAsync(db => Task.FromResult(db.Database.ProviderName!))).ShouldContain(motor == Motor.Sqlite ? "Sqlite" : "Npgsql");
        (await casa.EnDbAsync(db => db.Asientos.CountAsync())).ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory, AmbosMotores("uno"), AmbosMotores("dos")]
    public async Task Un_alcance_actua_por_la_sesion_que_se_le_da(Motor motor, string institucion)
    {
        var casa = await casas.De(motor);

        var vista = await casa.EnAlcanceAsync(Sesion.DelSistema(institucion), servicios => Task.FromResult((Sesion)servicios.GetService(typeof(Sesion))!));

        vista.Institucion.ShouldBe(institucion);
    }
}
