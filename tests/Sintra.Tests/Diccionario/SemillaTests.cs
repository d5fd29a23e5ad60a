using System.Text.RegularExpressions;
using Sintra.Diccionario;

namespace Sintra.Tests.Diccionario;

/// <summary>The set is as its README says.</summary>
public sealed class SemillaTests
{
    internal static readonly DiccionarioVigente Vigente = Semilla.Leer();

    [Fact]
    public void Trae_327_variables_15_paginas_y_un_registro_minimo_de_12_renglones()
    {
        Vigente.Variables.Count.ShouldBe(327);
        Vigente.Variables.Count(v => v.Unidad == UnidadDeVariable.Sistema).ShouldBe(30);
        Vigente.Paginas.Count.ShouldBe(15);
        Vigente.Paginas[0].Clave.ShouldBe("hecho");
        Vigente.Variables.Where(v => v.Requerido == Requerido.M).Select(v => v.Pagina).ShouldBe(Enumerable.Repeat("registro_minimo", 12));
    }

    /// <summary>Examples are values and sources are citations: those repeat.</summary>
    [Fact]
    public void Ninguna_frase_de_la_ayuda_se_repite_mas_de_tres_veces() => Vigente.Variables
        .Select(v => v.Ayuda)
        .OfType<Ayuda>()
        .SelectMany(a => new[] { a.Definicion, a.CuandoUsar, a.ComoSeCuenta })
        .SelectMany(t => Regex.Split(t, @"(?<=[.!?;])\s+"))
        .Select(f => f.Trim())
        .Where(f => f.Length > 0)
        .GroupBy(f => f)
        .Where(g => g.Count() > 3)
        .Select(g => $"{g.Count()} × {g.Key}")
        .ShouldBeEmpty();

    [Fact]
    public void Cada_catalogo_pagina_y_clave_de_condicion_que_se_nombra_existe()
    {
        foreach (var variable in Vigente.Variables)
        {
            if (variable.Catalogo is { } catalogo)
            {
                Vigente.Catalogos.ShouldContainKey(catalogo);
            }

            if (variable.Pagina is { } pagina)
            {
                Vigente.Pagina(pagina).ShouldNotBeNull(variable.Clave);
            }

            (variable.Catalogo is not null).ShouldBe(variable.Tipo is TipoDeVariable.Opcion or TipoDeVariable.Opciones or TipoDeVariable.SiNo, variable.Clave);
            (variable.Grupo is null && (variable.Unidad is UnidadDeVariable.Fila or UnidadDeVariable.Entidad)).ShouldBeFalse(variable.Clave);
        }

        var condiciones = Vigente.Variables.Select(v => v.Condicion).Concat(Vigente.Paginas.Select(p => p.Condicion)).OfType<Condicion>().ToList();
        condiciones.Count.ShouldBeGreaterThan(70);
        condiciones.SelectMany(c => c.Referencias).Where(clave => Vigente.Buscar(clave) is null).ShouldBeEmpty();
    }

    [Fact]
    public void Cada_codigo_de_una_condicion_es_del_catalogo_de_su_variable()
    {
        var ajenos =
            from condicion in Vigente.Variables.Select(v => v.Condicion).Concat(Vigente.Paginas.Select(p => p.Condicion)).OfType<Condicion>()
            from prueba in Pruebas(condicion)
            let catalogo = Vigente.CatalogoDe(Vigente[prueba.Referencia.Clave])
            from codigo in prueba.Codigos
            where catalogo?.Buscar(codigo) is not { Estado: null }
            select $"{prueba}";

        ajenos.ShouldBeEmpty();
    }

    [Fact]
    public void Ninguna_condicion_depende_de_si_misma()
    {
        foreach (var variable in Vigente.Variables)
        {
            Alcanzadas(variable, []).ShouldNotContain(variable.Clave);
        }
    }

    [Fact]
    public void Lo_sellado_nunca_entra_al_cubo_ni_se_filtra()
    {
        Vigente.Variables.Where(v => v.Sellada && (v.Cubo is not null || v.Filtrable)).ShouldBeEmpty();
        Vigente.Variables.Where(v => v.Privacidad == Privacidad.ID && !v.Sellada).ShouldBeEmpty();
    }

    [Fact]
    public void Toda_variable_que_captura_una_persona_tiene_ayuda()
    {
        Vigente.Variables.Where(v => v.Unidad != UnidadDeVariable.Sistema && v.Ayuda is null).ShouldBeEmpty();
        Vigente.Variables.Count(v => v.Ayuda is not null).ShouldBe(297);
    }

    [Fact]
    public void Lo_sellado_que_se_pregunta_en_una_pagina_pertenece_a_un_grupo_de_identidad()
    {
        var grupos = Vigente.GruposDeIdentidad.Select(g => g.Clave).ToList();
        foreach (var variable in Vigente.Variables.Where(v => v.Pagina is not null))
        {
            var debe = variable.Sellada || variable.Tipo == TipoDeVariable.Lugar;
            (variable.GrupoDeIdentidad is not null).ShouldBe(debe, variable.Clave);
            if (debe)
            {
                grupos.ShouldContain(variable.GrupoDeIdentidad);
            }
        }

        Semilla.Filas("diccionario/variables_de_grupo.csv").Where(f => !Vigente[f["variable"]].Sellada).ShouldBeEmpty();
        Vigente.Variables.Where(v => v.Pagina == "contacto_seguro" && v.Sellada).ShouldAllBe(v => v.GrupoDeIdentidad == "contacto");
    }

    [Fact]
    public void Hay_36_opciones_que_son_estados_y_3_que_excluyen_a_las_demas()
    {
        var opciones = Vigente.Catalogos.Values.SelectMany(c => c.Opciones).ToList();
        opciones.Count(o => o.Estado is not null).ShouldBe(36);
        opciones.Count(o => o.Excluyente).ShouldBe(3);
        Vigente.Catalogos["si_no"].Elegibles.Select(o => o.Codigo).ShouldBe(["SI", "NO"]);
        Vigente.Catalogos["sexo"].Elegibles.ShouldAllBe(o => o.Codigo != "NE");
    }

    [Theory]
    [InlineData("estados", "07", "Chiapas")]
    [InlineData("municipios", "07089", "Tapachula")]
    [InlineData("paises", "GT", "Guatemala")]
    [InlineData("idiomas", "es", "español")]
    [InlineData("lenguas_indigenas", "LI03", "Pima")]
    public void Los_catalogos_con_columnas_propias_dan_codigo_y_nombre(string catalogo, string codigo, string nombre) =>
        Vigente.Catalogos[catalogo].Buscar(codigo)!.Nombre.ShouldBe(nombre);

    [Fact]
    public void Las_maquinas_de_estados_llevan_a_codigos_de_su_catalogo()
    {
        foreach (var (maquina, catalogo) in new[] { ("expediente", "estado_expediente"), ("calidad", "calidad_victima"), ("canalizacion", "estado_canalizacion") })
        {
            var codigos = Vigente.Catalogos[catalogo].Opciones.Select(o => o.Codigo).ToList();
            Vigente.Transiciones(maquina).SelectMany(t => new[] { t.De ?? t.A, t.A }).ShouldBeSubsetOf(codigos);
        }

        Vigente.Transicion("expediente", null, "BORRADOR").ShouldNotBeNull().Permiso.ShouldBe(Permiso.ExpedienteRegistrar);
        Vigente.Transicion("expediente", "BORRADOR", "CERRADO").ShouldBeNull();
        Vigente.Transicion("calidad", "IDENTIFICADA", "RECONOCIDA").ShouldNotBeNull().RequiereMotivo.ShouldBeTrue();
    }

    [Fact]
    public void Los_permisos_del_codigo_son_los_de_la_lista_en_su_orden() =>
        Enum.GetNames<Permiso>().ShouldBe(Semilla.Filas("diccionario/permisos.csv").Select(f => f["clave"]));

    [Fact]
    public void Los_perfiles_tienen_permisos_que_existen_y_respetan_las_incompatibilidades()
    {
        var incompatibles = Semilla.Filas("diccionario/incompatibilidades.csv").Select(f => (A: f["permiso"], B: f["incompatible_con"])).ToList();
        var perfiles = Semilla.Filas("diccionario/perfiles.csv");
        perfiles.Count.ShouldBe(18);
        foreach (var perfil in perfiles)
        {
            var permisos = perfil["permisos"].Split(' ');
            permisos.ShouldBeSubsetOf(Enum.GetNames<Permiso>());
            incompatibles.Where(i => permisos.Contains(i.A) && permisos.Contains(i.B)).ShouldBeEmpty(perfil["clave"]);
        }
    }

    private static IEnumerable<CondicionDeCodigo> Pruebas(Condicion condicion) => condicion switch
    {
        CondicionDeCodigo prueba => [prueba],
        CondicionNo no => Pruebas(no.Negada),
        CondicionY y => [.. Pruebas(y.Izquierda), .. Pruebas(y.Derecha)],
        CondicionO o => [.. Pruebas(o.Izquierda), .. Pruebas(o.Derecha)],
        _ => [],
    };

    private static HashSet<string> Alcanzadas(Variable variable, HashSet<string> vistas)
    {
        foreach (var clave in (variable.Condicion?.Referencias ?? []).Where(vistas.Add))
        {
            Alcanzadas(Vigente[clave], vistas);
        }

        return vistas;
    }
}
