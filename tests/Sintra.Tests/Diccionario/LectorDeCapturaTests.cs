using CsCheck;
using Sintra.Diccionario;

namespace Sintra.Tests.Diccionario;

public sealed class LectorDeCapturaTests
{
    private static readonly DateOnly Hoy = new(2026, 11, 8);

    private static DiccionarioVigente Vigente => SemillaTests.Vigente;

    [Theory]
    [InlineData("sexo", "sexo=M", "M")]
    [InlineData("sexo", "sexo= M ", "M")]
    [InlineData("sexo", "sexo=NE", "{NS}")]
    [InlineData("sexo", "sexo.estado=NC", "{NC}")]
    [InlineData("nacionalidades", "nacionalidades=HN&nacionalidades=GT&nacionalidades=GT", "GT HN")]
    [InlineData("nacionalidades", "nacionalidades=guatemala, HONDURAS", "GT HN")]
    [InlineData("nacionalidades", "nacionalidades=Mexicana", "MX")]
    [InlineData("nacionalidades", "nacionalidades=XX", "{NS}")]
    [InlineData("formas", "formas=PD&formas=SEX", "SEX")]
    [InlineData("formas", "formas=PD", "PD")]
    [InlineData("edad_registro", "edad_registro.valor=16&edad_registro.fuente=DICHO", "16-16 DICHO")]
    [InlineData("edad_registro", "edad_registro.min=16&edad_registro.max=18", "16-18 ")]
    [InlineData("num_personas_grupo", "num_personas_grupo=1,200", "1200")]
    [InlineData("fecha_deteccion", "fecha_deteccion.anio=2024", "2024-01-01/2024-12-31 Anio")]
    [InlineData("fecha_deteccion", "fecha_deteccion.mes=Febrero&fecha_deteccion.anio=2024&fecha_deteccion.aproximada=on", "2024-02-01/2024-02-29 Mes ~")]
    [InlineData("fecha_deteccion", "fecha_deteccion=29/02/2024", "2024-02-29/2024-02-29 Dia")]
    [InlineData("fecha_deteccion", "fecha_deteccion=2024-03", "2024-03-01/2024-03-31 Mes")]
    [InlineData("fecha_deteccion", "fecha_deteccion.anio=2024&fecha_deteccion.clase=antes", "/2023-12-31 Antes")]
    [InlineData("fecha_deteccion", "fecha_deteccion.mes=3&fecha_deteccion.anio=2024&fecha_deteccion.clase=despues", "2024-04-01/ Despues")]
    [InlineData("fecha_deteccion", "fecha_deteccion.anio=2023&fecha_deteccion.clase=periodo&fecha_deteccion.hasta_mes=mar&fecha_deteccion.hasta_anio=2024", "2023-01-01/2024-03-31 Periodo")]
    [InlineData("det_lugar", "det_lugar.entidad=07&det_lugar.municipio=tapachula", "MX 07 07089  ")]
    [InlineData("det_lugar", "det_lugar.pais=México&det_lugar.entidad=Ciudad de Mexico", "MX 09   ")]
    [InlineData("det_lugar", "det_lugar.municipio=07089", "MX 07 07089  ")]
    [InlineData("det_lugar", "det_lugar.pais=gt&det_lugar.localidad=Tecún Umán", "GT   Tecún Umán ")]
    [InlineData("det_lugar", "det_lugar.pais=XX", "{NS}")]
    [InlineData("telefono", "telefono=(55) 1234-5678", "5512345678")]
    [InlineData("telefono", "telefono=+502 1234 5678", "+50212345678")]
    [InlineData("correo", "correo=ana@ejemplo.mx", "ana@ejemplo.mx")]
    [InlineData("curp", "curp=hegg560427mvzrrl04", "HEGG560427MVZRRL04")]
    [InlineData("nombres", "nombres= Jose\u0301 ", "José")]
    [InlineData("relato", "relato=uno\r\ndos", "uno\ndos")]
    [InlineData("institucion_registra", "institucion_registra=citp", "CITP")]
    [InlineData("sexo", "sexo=", "")]
    [InlineData("fecha_deteccion", "fecha_deteccion.clase=en", "")]
    public void Lee(string clave, string campos, string esperado)
    {
        var leida = Leer([clave], campos);
        leida.Fallas.ShouldBeEmpty();
        EnTexto(leida.Respuestas.Unicas.GetValueOrDefault(clave)).ShouldBe(esperado);
    }

    [Theory]
    [InlineData("sexo", "sexo=Z", "Sexo: elija una de las opciones que se ofrecen.")]
    [InlineData("sexo", "sexo=M&sexo=M", "deje una")]
    [InlineData("sexo", "sexo=M&sexo.estado=NS", "no ambas")]
    [InlineData("sexo", "sexo.estado=R", "No sabe")]
    [InlineData("nacionalidades", "nacionalidades=Guatemla", "Guatemala (GT)")]
    [InlineData("nacionalidades", "nacionalidades=GT&nacionalidades=XX", "no ambas")]
    [InlineData("discapacidad", "discapacidad=0&discapacidad=1", "no se combina")]
    [InlineData("edad_registro", "edad_registro.valor=121", "0 a 120")]
    [InlineData("edad_registro", "edad_registro.valor=-1", "0 a 120")]
    [InlineData("edad_registro", "edad_registro.min=18&edad_registro.max=16", "menor")]
    [InlineData("edad_registro", "edad_registro.min=18", "dos extremos")]
    [InlineData("edad_registro", "edad_registro.fuente=DICHO", "falta la respuesta")]
    [InlineData("num_personas_grupo", "num_personas_grupo=2.5", "entero")]
    [InlineData("num_personas_grupo", "num_personas_grupo=10000", "0 a 9,999")]
    [InlineData("fecha_deteccion", "fecha_deteccion.dia=30&fecha_deteccion.mes=2&fecha_deteccion.anio=2024", "febrero de 2024 tiene 29")]
    [InlineData("fecha_deteccion", "fecha_deteccion.dia=3&fecha_deteccion.anio=2024", "mes")]
    [InlineData("fecha_deteccion", "fecha_deteccion.mes=3", "año")]
    [InlineData("fecha_deteccion", "fecha_deteccion.anio=1899", "1900 a 2031")]
    [InlineData("fecha_deteccion", "fecha_deteccion.anio=2024&fecha_deteccion.clase=periodo", "segunda fecha")]
    [InlineData("det_lugar", "det_lugar.pais=GT&det_lugar.entidad=07", "México")]
    [InlineData("det_lugar", "det_lugar.entidad=09&det_lugar.municipio=07089", "no es de esa entidad")]
    [InlineData("det_lugar", "det_lugar.municipio=Tapachula", "elija la entidad")]
    [InlineData("det_lugar", "det_lugar.entidad=07&det_lugar.municipio=Tapachla", "Tapachula (07089)")]
    [InlineData("telefono", "telefono=12345", "10 dígitos")]
    [InlineData("correo", "correo=ana@ejemplo", "nombre@ejemplo.mx")]
    [InlineData("curp", "curp=HEGG560427", "18")]
    [InlineData("nombres", "nombres=a\u202Eb", "no se ven")]
    [InlineData("nombres", "nombres=a\0b", "no se ven")]
    [InlineData("nombres", "nombres=a\nb", "no se ven")]
    [InlineData("trato_preferido", "trato_preferido=0123456789012345678901234567890123456789012345678901234567890", "60 caracteres")]
    public void Rechaza_y_dice_que_hacer(string clave, string campos, string mensaje)
    {
        var falla = Leer([clave], campos).Fallas.ShouldHaveSingleItem();
        falla.Campo.ShouldBe(clave);
        falla.Mensaje.ShouldStartWith(Vigente[clave].Etiqueta + ": ");
        falla.Mensaje.ShouldContain(mensaje);
    }

    [Theory]
    [InlineData("folio=1")]
    [InlineData("sexo=M&nadie=1")]
    [InlineData("sexo.dia=1")]
    [InlineData("explotacion[0].forma=SEX")]
    [InlineData("explotacion[1000].forma=SEX")]
    [InlineData("explotacion[1].sexo=M")]
    [InlineData("forma=SEX")]
    [InlineData("tratante[1].quitar=on")]
    [InlineData("sexo.quitar=on")]
    [InlineData("[1].forma=SEX")]
    [InlineData("fotografia=x")]
    public void Un_campo_que_no_se_pregunta_se_rechaza_sin_nombrarlo(string campos)
    {
        var falla = Leer(["sexo", "forma", "folio", "fotografia"], campos).Fallas.ShouldHaveSingleItem();
        falla.Campo.ShouldBeNull();
        falla.Mensaje.ShouldContain("campos que no se conocen");
    }

    [Fact]
    public void Media_letra_se_rechaza() => Leer(["nombres"], "nombres=a\uD800b").Fallas.ShouldHaveSingleItem().Mensaje.ShouldContain("no se ven");

    [Fact]
    public void Los_renglones_guardan_su_numero_y_los_vacios_o_quitados_no_cuentan()
    {
        var leida = Leer(
            ["forma", "submodalidad"],
            "explotacion[1].forma=SEX&explotacion[2].forma=&explotacion[3].forma=LAB&explotacion[4].forma=ZZZ&explotacion[4].quitar=on");

        leida.Fallas.ShouldBeEmpty();
        leida.Respuestas.Filas["explotacion"].Select(f => f.Numero).ShouldBe([1, 3]);
        leida.Quitadas.ShouldBe([new FilaQuitada("explotacion", 4)]);
    }

    [Fact]
    public void La_submodalidad_debe_ser_de_la_forma_de_su_renglon()
    {
        var falla = Leer(["forma", "submodalidad"], "explotacion[2].forma=LAB&explotacion[2].submodalidad=SEX01").Fallas.ShouldHaveSingleItem();
        falla.Campo.ShouldBe("explotacion[2].submodalidad");

        Leer(["forma", "submodalidad"], "explotacion[2].forma=SEX&explotacion[2].submodalidad=SEX01").Fallas.ShouldBeEmpty();
    }

    [Fact]
    public void El_maximo_de_personas_no_es_menor_que_las_contadas() =>
        Leer(["num_personas_grupo", "num_personas_max"], "num_personas_grupo=5&num_personas_max=4").Fallas.ShouldHaveSingleItem()
            .Campo.ShouldBe("num_personas_max");

    [Fact]
    public void Lo_escrito_en_un_formulario_se_vuelve_a_leer_igual() =>
        Preguntables.SelectMany(v => RespuestasDePrueba.De(v, Vigente).Select(r => (Variable: v, Respuesta: r))).Sample(caso =>
        {
            var campos = EscritorDeCaptura.Campos(Ruta(caso.Variable), caso.Respuesta)
                .GroupBy(c => c.Key, c => c.Value)
                .ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g]);

            var leida = new LectorDeCaptura(Vigente).Leer([caso.Variable], campos, Hoy);
            leida.Fallas.ShouldBeEmpty();
            var respuestas = caso.Variable.Unidad == UnidadDeVariable.Fila
                ? leida.Respuestas.Filas[caso.Variable.Grupo!].ShouldHaveSingleItem().Respuestas
                : leida.Respuestas.Unicas;
            respuestas[caso.Variable.Clave].ShouldBe(caso.Respuesta);
        });

    [Fact]
    public void Nunca_lanza_y_toda_falla_es_de_una_variable_preguntada_o_del_formulario() =>
        Hostiles.Dictionary(Gen.OneOf(Gen.String, Gen.OneOf("on", "NS", "MX", "9999999999999999999", "2024-02-30", "2024", "13", "a,b,c,,", "\uD800", "\u202E", "SEX")).List[0, 3])[0, 12]
            .Sample(crudos =>
            {
                var campos = crudos.ToDictionary(c => c.Key, IReadOnlyList<string> (c) => c.Value);
                var leida = new LectorDeCaptura(Vigente).Leer(Vigente.Variables, campos, Hoy);
                foreach (var falla in leida.Fallas)
                {
                    falla.Mensaje.ShouldEndWith(".");
                    (falla.Campo is null || campos.Keys.Any(k => k.StartsWith(falla.Campo, StringComparison.Ordinal))).ShouldBeTrue();
                }
            }, iter: 1_000);

    private static Gen<Variable> Preguntables => Gen.OneOf(
        [.. Vigente.Variables.Where(v => v.Unidad != UnidadDeVariable.Sistema && v.Tipo != TipoDeVariable.Archivo)]);

    // Mostly names that are ours, so that what they carry is looked at.
    private static Gen<string> Hostiles => Gen.Frequency(
        (1, Gen.String),
        (1, Gen.Select(Preguntables, Gen.OneOf(".x", "[1]", ".quitar", "."), (v, parte) => Ruta(v) + parte)),
        (6, Preguntables.SelectMany(v => Gen.OneOf(LectorDeRespuesta.Partes(v.Tipo)).Select(parte => parte.Length == 0 ? Ruta(v) : $"{Ruta(v)}.{parte}"))));

    private static string Ruta(Variable variable) =>
        variable.Unidad == UnidadDeVariable.Fila ? $"{variable.Grupo}[7].{variable.Clave}" : variable.Clave;

    private static CapturaLeida Leer(string[] claves, string campos) => new LectorDeCaptura(Vigente).Leer(
        claves.Select(c => Vigente[c]),
        campos.Split('&').Select(c => c.Split('=', 2)).GroupBy(c => c[0], c => c[1]).ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g]),
        Hoy);

    private static string EnTexto(Respuesta? respuesta) => respuesta?.Valor switch
    {
        null => respuesta is null ? "" : $"{{{respuesta.Estado}}}",
        ValorDeTexto v => v.Texto,
        ValorDeOpcion v => v.Codigo,
        ValorDeOpciones v => string.Join(' ', v.Codigos),
        ValorDeNumero v => $"{v.Numero}",
        ValorDeEdad { Edad: var e } => $"{e.Minima}-{e.Maxima} {e.Fuente}",
        ValorDeFechaParcial { Fecha: var f } => $"{f.Desde:O}/{f.Hasta:O} {f.Precision}{(f.Aproximada ? " ~" : "")}",
        ValorDeLugar { Lugar: var l } => $"{l.Pais} {l.Entidad} {l.Municipio} {l.Localidad} {l.ComoLoRefirio}",
        var otro => otro.ToString(),
    };
}
