using System.Text.Json;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>What lists and searches see of a file: what applies today, with the age that the date of birth says.</summary>
public sealed class FiltrosTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Quien_no_sabe_la_edad_y_da_la_fecha_de_nacimiento_dio_la_edad(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var minimo = ExpedientesDePruebas.Minimo(edad: "");
        minimo["edad_registro.estado"] = "NS";
        var id = await navegador.RegistrarAsync(minimo);

        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["fecha_nacimiento.dia"] = "1", ["fecha_nacimiento.mes"] = "1", ["fecha_nacimiento.anio"] = "2000" });

        var expediente = await ExpedienteAsync(casa, id);
        var edad = expediente.DiaDeRegistro(casa.Reloj).Year - 2000;
        (expediente.Filtros.EdadMinima, expediente.Filtros.EdadMaxima, expediente.Filtros.Mayoria).ShouldBe((edad, edad, "ADULTA"));
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain($"{edad} años");
    }

    [Theory, AmbosMotores]
    public async Task Lo_que_ya_no_aplica_sale_de_las_columnas_y_vuelve_si_vuelve_a_aplicar(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var minimo = ExpedientesDePruebas.Minimo();
        (minimo["nivel_identificacion"], minimo["num_personas_grupo"]) = ("GR", "12");
        var id = await navegador.RegistrarAsync(minimo);
        (await ExpedienteAsync(casa, id)).Filtros.NumPersonas.ShouldBe(12);

        await navegador.GuardarAsync(id, "registro_minimo", new() { ["nivel_identificacion"] = "ID" });
        (await ExpedienteAsync(casa, id)).Filtros.NumPersonas.ShouldBeNull();

        await navegador.GuardarAsync(id, "registro_minimo", new() { ["nivel_identificacion"] = "GR" });
        (await ExpedienteAsync(casa, id)).Filtros.NumPersonas.ShouldBe(12);
    }

    [Theory, AmbosMotores]
    public async Task Los_medios_comisivos_de_quien_resulta_menor_de_edad_no_se_buscan(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var medio = (await casa.DiccionarioAsync()).Catalogos["medios_comisivos"].Elegibles.First().Codigo;
        await navegador.GuardarAsync(id, "explotacion", new() { ["medios_comisivos"] = new[] { medio } });
        (await MediosAsync(casa, id)).ShouldBe(1);

        await navegador.GuardarAsync(id, "registro_minimo", new() { ["edad_registro.valor"] = "16" });

        (await MediosAsync(casa, id)).ShouldBe(0);
    }

    [Theory, AmbosMotores]
    public async Task Un_grupo_no_se_encuentra_por_el_nombre_que_dejo_de_aplicar(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Citlalmina", ["primer_apellido"] = "Tepos" });
        (await TestigosAsync(casa, id)).ShouldBeGreaterThan(0);

        await navegador.GuardarAsync(id, "registro_minimo", new() { ["nivel_identificacion"] = "GR", ["num_personas_grupo"] = "4" });
        (await TestigosAsync(casa, id)).ShouldBe(0);

        await navegador.GuardarAsync(id, "registro_minimo", new() { ["nivel_identificacion"] = "ID" });
        (await TestigosAsync(casa, id)).ShouldBeGreaterThan(0);
    }

    [Theory, AmbosMotores]
    public async Task El_resumen_deja_fuera_de_cada_fila_lo_que_ya_no_aplica(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var diccionario = await casa.DiccionarioAsync();
        var sector = diccionario.Catalogos["sector_laboral"].Elegibles.First();
        await navegador.GuardarAsync(id, "explotacion", new() { ["explotacion[1].forma"] = "LAB", ["explotacion[1].sector"] = sector.Codigo });
        (await navegador.AbrirAsync($"/expedientes/{id}/datos")).Texto.ShouldContain(sector.Nombre);

        await navegador.GuardarAsync(id, "explotacion", new() { ["explotacion[1].forma"] = "SEX" });

        (await navegador.AbrirAsync($"/expedientes/{id}/datos")).Texto.ShouldNotContain(sector.Nombre);
        (await casa.SeccionesAsync(id)).Single(s => s.Clave == "explotacion" && s.Fila == 1).Abiertas.ShouldContain("sector");
    }

    [Theory, AmbosMotores]
    public async Task Guardar_de_nuevo_no_mueve_el_dia_a_que_se_refieren_las_edades(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "familia_y_dependientes", new() { ["familiar[1].fam_edad.valor"] = "10" });
        await (await (await navegador.PaginaAsync(id, "familia_y_dependientes")).EnviarAsync(boton: "Agregar"))
            .EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["familiar[2].fam_edad.valor"] = "12" }, ExpedientesDePruebas.Guardar);
        var (familiar, dia) = (await FamiliarAsync(casa, id), $"{(await ExpedienteAsync(casa, id)).DiaDeRegistro(casa.Reloj):yyyy-MM-dd}");
        familiar.ShouldContain(dia);
        casa.Reloj.Adelantar(TimeSpan.FromDays(40));
        using var despues = await casa.YaDentroAsync(cuenta);

        await despues.GuardarAsync(id, "familia_y_dependientes", new() { ["num_hijos"] = "2", ["familiar[2].fam_edad.valor"] = "13" });
        await despues.GuardarAsync(id, "registro_minimo", new() { ["edad_registro.valor"] = "25" });

        (await FamiliarAsync(casa, id)).ShouldBe(familiar);
        var secciones = await casa.SeccionesAsync(id);
        secciones.Single(s => s.Clave == "familiar" && s.Fila == 2).Abiertas.ShouldNotContain(dia);
        var edad = JsonDocument.Parse(secciones.Single(s => s.Clave == "registro_minimo" && s.Fila == 0).Abiertas).RootElement.GetProperty("edad_registro");
        (edad.GetProperty("min").GetInt32(), edad.GetProperty("ref").GetString()).ShouldBe((25, dia));
    }

    private static async Task<string> FamiliarAsync(Casa casa, ExpedienteId id) => (await casa.SeccionesAsync(id)).Single(s => s.Clave == "familiar" && s.Fila == 1).Abiertas;

    private static Task<Expediente> ExpedienteAsync(Casa casa, ExpedienteId id) => casa.EnDbAsync(db => db.Expedientes.AsNoTracking().SingleAsync(e => e.Id == id));

    private static Task<int> MediosAsync(Casa casa, ExpedienteId id) => casa.EnDbAsync(db => db.Set<FiltroMultiple>().CountAsync(f => f.Expediente == id && f.Variable == "medios_comisivos"));

    private static Task<int> TestigosAsync(Casa casa, ExpedienteId id) => casa.EnDbAsync(db => db.Testigos.CountAsync(t => t.Expediente == id));
}
