using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sintra.Comun.Datos.Migraciones.Sqlite
{
    /// <inheritdoc />
    public partial class Inicial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "asiento",
                columns: table => new
                {
                    carril = table.Column<int>(type: "INTEGER", nullable: false),
                    n = table.Column<long>(type: "INTEGER", nullable: false),
                    en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    cuenta = table.Column<Guid>(type: "TEXT", nullable: false),
                    suceso = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    expediente = table.Column<Guid>(type: "TEXT", nullable: true),
                    datos = table.Column<string>(type: "TEXT", nullable: false),
                    mac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asiento", x => new { x.carril, x.n });
                    table.CheckConstraint("ck_asiento_n", "n >= 1");
                });

            migrationBuilder.CreateTable(
                name: "bloque_de_carriles",
                columns: table => new
                {
                    bloque = table.Column<int>(type: "INTEGER", nullable: false),
                    nodo = table.Column<Guid>(type: "TEXT", nullable: false),
                    hasta = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bloque_de_carriles", x => x.bloque);
                });

            migrationBuilder.CreateTable(
                name: "freno_de_acceso",
                columns: table => new
                {
                    clave = table.Column<long>(type: "INTEGER", nullable: false),
                    fallas = table.Column<int>(type: "INTEGER", nullable: false),
                    bloqueado_hasta = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ultima = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_freno_de_acceso", x => x.clave);
                });

            migrationBuilder.CreateTable(
                name: "hecho",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institucion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    canal = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    numero_de_origen = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    creado_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    creado_por = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hecho", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "institucion",
                columns: table => new
                {
                    sigla = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    nombre = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    tipo = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    nivel = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    entidad = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    padre = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_institucion", x => x.sigla);
                    table.ForeignKey(
                        name: "fk_institucion_institucion_padre",
                        column: x => x.padre,
                        principalTable: "institucion",
                        principalColumn: "sigla",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "llave_de_datos",
                columns: table => new
                {
                    dueno = table.Column<Guid>(type: "TEXT", nullable: false),
                    clase = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    llave_del_llavero = table.Column<int>(type: "INTEGER", nullable: false),
                    envuelta = table.Column<byte[]>(type: "BLOB", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_llave_de_datos", x => new { x.dueno, x.clase, x.version });
                });

            migrationBuilder.CreateTable(
                name: "llave_del_marco",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_llave_del_marco", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "origen_de_carga",
                columns: table => new
                {
                    institucion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    archivo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    huella = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    ocurrencia = table.Column<int>(type: "INTEGER", nullable: false),
                    destino = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    destino_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    destino_fila = table.Column<int>(type: "INTEGER", nullable: true),
                    cargado_en = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_origen_de_carga", x => new { x.institucion, x.archivo, x.huella, x.ocurrencia });
                });

            migrationBuilder.CreateTable(
                name: "perfil",
                columns: table => new
                {
                    clave = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    nombre = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    alcance = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    nivel = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    cifras = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    privilegiado = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_perfil", x => x.clave);
                });

            migrationBuilder.CreateTable(
                name: "version_de_diccionario",
                columns: table => new
                {
                    numero = table.Column<int>(type: "INTEGER", nullable: false),
                    huella = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    publicada_en = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_version_de_diccionario", x => x.numero);
                });

            migrationBuilder.CreateTable(
                name: "canalizacion_de_reporte",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hecho = table.Column<Guid>(type: "TEXT", nullable: false),
                    destino = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fecha = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    creada_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    creada_por = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_canalizacion_de_reporte", x => x.id);
                    table.ForeignKey(
                        name: "fk_canalizacion_de_reporte_hecho_hecho",
                        column: x => x.hecho,
                        principalTable: "hecho",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expediente",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hecho = table.Column<Guid>(type: "TEXT", nullable: false),
                    folio = table.Column<string>(type: "TEXT", maxLength: 13, nullable: true),
                    institucion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    entidad_que_registra = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    numero_de_origen = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    estado = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    capturado_por = table.Column<Guid>(type: "TEXT", nullable: false),
                    creado_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    registrado_en = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false),
                    calidad = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    deteccion_desde = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    deteccion_entidad = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    deteccion_hasta = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    deteccion_municipio = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    deteccion_pais = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    edad_maxima = table.Column<int>(type: "INTEGER", nullable: true),
                    edad_minima = table.Column<int>(type: "INTEGER", nullable: true),
                    grupo_de_edad = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    idioma = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    mayoria = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    nivel_identificacion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    num_personas = table.Column<int>(type: "INTEGER", nullable: true),
                    sexo = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    situacion_migratoria = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    tipo_victima = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    via_deteccion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expediente", x => x.id);
                    table.ForeignKey(
                        name: "fk_expediente_hecho_hecho",
                        column: x => x.hecho,
                        principalTable: "hecho",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "llamada",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institucion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fecha = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    hecho = table.Column<Guid>(type: "TEXT", nullable: true),
                    sexo = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    estado_de_sexo = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    clasificacion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    estado_de_clasificacion = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    creada_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    creada_por = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_llamada", x => x.id);
                    table.ForeignKey(
                        name: "fk_llamada_hecho_hecho",
                        column: x => x.hecho,
                        principalTable: "hecho",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reporte_de_hecho",
                columns: table => new
                {
                    hecho = table.Column<Guid>(type: "TEXT", nullable: false),
                    fecha = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    via = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    estado_de_via = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    sexo = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    estado_de_sexo = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporte_de_hecho", x => x.hecho);
                    table.ForeignKey(
                        name: "fk_reporte_de_hecho_hecho_hecho",
                        column: x => x.hecho,
                        principalTable: "hecho",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seccion_de_hecho",
                columns: table => new
                {
                    clave = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fila = table.Column<int>(type: "INTEGER", nullable: false),
                    hecho = table.Column<Guid>(type: "TEXT", nullable: false),
                    abiertas = table.Column<string>(type: "TEXT", nullable: false),
                    selladas = table.Column<byte[]>(type: "BLOB", nullable: true),
                    claves_selladas = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    clase_de_llave = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    version_de_llave = table.Column<int>(type: "INTEGER", nullable: false),
                    orden = table.Column<int>(type: "INTEGER", nullable: false),
                    retirada = table.Column<bool>(type: "INTEGER", nullable: false),
                    diccionario = table.Column<int>(type: "INTEGER", nullable: false),
                    terminada = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false),
                    escrita_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    escrita_por = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seccion_de_hecho", x => new { x.hecho, x.clave, x.fila });
                    table.ForeignKey(
                        name: "fk_seccion_de_hecho_hecho_hecho",
                        column: x => x.hecho,
                        principalTable: "hecho",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cuenta",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    correo = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    correo_normalizado = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    nombre = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institucion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    perfil = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    estado = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    autenticador = table.Column<byte[]>(type: "BLOB", nullable: true),
                    segundo_factor = table.Column<bool>(type: "INTEGER", nullable: false),
                    ultimo_paso = table.Column<long>(type: "INTEGER", nullable: true),
                    creada_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cuenta", x => x.id);
                    table.ForeignKey(
                        name: "fk_cuenta_institucion_institucion",
                        column: x => x.institucion,
                        principalTable: "institucion",
                        principalColumn: "sigla",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cuenta_perfil_perfil",
                        column: x => x.perfil,
                        principalTable: "perfil",
                        principalColumn: "clave",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "permiso_de_perfil",
                columns: table => new
                {
                    perfil = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    permiso = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permiso_de_perfil", x => new { x.perfil, x.permiso });
                    table.ForeignKey(
                        name: "fk_permiso_de_perfil_perfil_perfil",
                        column: x => x.perfil,
                        principalTable: "perfil",
                        principalColumn: "clave",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "elemento_de_diccionario",
                columns: table => new
                {
                    clase = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    clave = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    orden = table.Column<int>(type: "INTEGER", nullable: false),
                    definicion = table.Column<string>(type: "TEXT", nullable: false),
                    retirado = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_elemento_de_diccionario", x => new { x.clase, x.clave, x.version });
                    table.ForeignKey(
                        name: "fk_elemento_de_diccionario_version_de_diccionario_version",
                        column: x => x.version,
                        principalTable: "version_de_diccionario",
                        principalColumn: "numero",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acceso",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expediente = table.Column<Guid>(type: "TEXT", nullable: false),
                    institucion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    desde = table.Column<DateTime>(type: "TEXT", nullable: false),
                    hasta = table.Column<DateTime>(type: "TEXT", nullable: true),
                    origen = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceso", x => x.id);
                    table.ForeignKey(
                        name: "fk_acceso_expediente_expediente",
                        column: x => x.expediente,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calidad",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expediente = table.Column<Guid>(type: "TEXT", nullable: false),
                    codigo = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    institucion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    fecha = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    asentada_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asentada_por = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calidad", x => x.id);
                    table.ForeignKey(
                        name: "fk_calidad_expediente_expediente",
                        column: x => x.expediente,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "filtro_multiple",
                columns: table => new
                {
                    expediente = table.Column<Guid>(type: "TEXT", nullable: false),
                    variable = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    codigo = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_filtro_multiple", x => new { x.expediente, x.variable, x.codigo });
                    table.ForeignKey(
                        name: "fk_filtro_multiple_expediente_expediente",
                        column: x => x.expediente,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "revelacion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expediente = table.Column<Guid>(type: "TEXT", nullable: false),
                    cuenta = table.Column<Guid>(type: "TEXT", nullable: false),
                    grupo = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    motivo = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    nota = table.Column<byte[]>(type: "BLOB", nullable: true),
                    desde = table.Column<DateTime>(type: "TEXT", nullable: false),
                    hasta = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revelacion", x => x.id);
                    table.ForeignKey(
                        name: "fk_revelacion_expediente_expediente",
                        column: x => x.expediente,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seccion",
                columns: table => new
                {
                    clave = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fila = table.Column<int>(type: "INTEGER", nullable: false),
                    expediente = table.Column<Guid>(type: "TEXT", nullable: false),
                    abiertas = table.Column<string>(type: "TEXT", nullable: false),
                    selladas = table.Column<byte[]>(type: "BLOB", nullable: true),
                    claves_selladas = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    clase_de_llave = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    version_de_llave = table.Column<int>(type: "INTEGER", nullable: false),
                    orden = table.Column<int>(type: "INTEGER", nullable: false),
                    retirada = table.Column<bool>(type: "INTEGER", nullable: false),
                    diccionario = table.Column<int>(type: "INTEGER", nullable: false),
                    terminada = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false),
                    escrita_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    escrita_por = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seccion", x => new { x.expediente, x.clave, x.fila });
                    table.ForeignKey(
                        name: "fk_seccion_expediente_expediente",
                        column: x => x.expediente,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "testigo",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expediente = table.Column<Guid>(type: "TEXT", nullable: false),
                    tipo = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    llave = table.Column<int>(type: "INTEGER", nullable: false),
                    valor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_testigo", x => x.id);
                    table.ForeignKey(
                        name: "fk_testigo_expediente_expediente",
                        column: x => x.expediente,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "codigo_de_recuperacion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cuenta = table.Column<Guid>(type: "TEXT", nullable: false),
                    sal = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    usado_en = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_codigo_de_recuperacion", x => x.id);
                    table.ForeignKey(
                        name: "fk_codigo_de_recuperacion_cuenta_cuenta",
                        column: x => x.cuenta,
                        principalTable: "cuenta",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitacion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cuenta = table.Column<Guid>(type: "TEXT", nullable: true),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    creada_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    creada_por = table.Column<Guid>(type: "TEXT", nullable: false),
                    expira = table.Column<DateTime>(type: "TEXT", nullable: false),
                    usada_en = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitacion", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitacion_cuenta_cuenta",
                        column: x => x.cuenta,
                        principalTable: "cuenta",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sesion_abierta",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    cuenta = table.Column<Guid>(type: "TEXT", nullable: false),
                    security_stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    etapa = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    creada = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ultima = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expira = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revocada = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fallas = table.Column<int>(type: "INTEGER", nullable: false),
                    agente = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    regreso = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sesion_abierta", x => x.id);
                    table.ForeignKey(
                        name: "fk_sesion_abierta_cuenta_cuenta",
                        column: x => x.cuenta,
                        principalTable: "cuenta",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceso_expediente",
                table: "acceso",
                column: "expediente");

            migrationBuilder.CreateIndex(
                name: "ix_acceso_institucion_expediente",
                table: "acceso",
                columns: new[] { "institucion", "expediente" });

            migrationBuilder.CreateIndex(
                name: "ix_asiento_expediente_en",
                table: "asiento",
                columns: new[] { "expediente", "en" });

            migrationBuilder.CreateIndex(
                name: "ix_calidad_expediente",
                table: "calidad",
                column: "expediente");

            migrationBuilder.CreateIndex(
                name: "ix_canalizacion_de_reporte_destino",
                table: "canalizacion_de_reporte",
                column: "destino");

            migrationBuilder.CreateIndex(
                name: "ix_canalizacion_de_reporte_hecho",
                table: "canalizacion_de_reporte",
                column: "hecho");

            migrationBuilder.CreateIndex(
                name: "ix_codigo_de_recuperacion_cuenta",
                table: "codigo_de_recuperacion",
                column: "cuenta");

            migrationBuilder.CreateIndex(
                name: "ix_cuenta_correo_normalizado",
                table: "cuenta",
                column: "correo_normalizado",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cuenta_institucion",
                table: "cuenta",
                column: "institucion");

            migrationBuilder.CreateIndex(
                name: "ix_cuenta_perfil",
                table: "cuenta",
                column: "perfil");

            migrationBuilder.CreateIndex(
                name: "ix_elemento_de_diccionario_version",
                table: "elemento_de_diccionario",
                column: "version");

            migrationBuilder.CreateIndex(
                name: "ix_expediente_folio",
                table: "expediente",
                column: "folio",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_expediente_hecho",
                table: "expediente",
                column: "hecho");

            migrationBuilder.CreateIndex(
                name: "ix_expediente_institucion_creado_en",
                table: "expediente",
                columns: new[] { "institucion", "creado_en" });

            migrationBuilder.CreateIndex(
                name: "ix_expediente_institucion_numero_de_origen",
                table: "expediente",
                columns: new[] { "institucion", "numero_de_origen" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_filtro_multiple_variable_codigo",
                table: "filtro_multiple",
                columns: new[] { "variable", "codigo" });

            migrationBuilder.CreateIndex(
                name: "ix_freno_de_acceso_ultima",
                table: "freno_de_acceso",
                column: "ultima");

            migrationBuilder.CreateIndex(
                name: "ix_hecho_institucion_numero_de_origen",
                table: "hecho",
                columns: new[] { "institucion", "numero_de_origen" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_institucion_padre",
                table: "institucion",
                column: "padre");

            migrationBuilder.CreateIndex(
                name: "ix_invitacion_cuenta",
                table: "invitacion",
                column: "cuenta");

            migrationBuilder.CreateIndex(
                name: "ix_invitacion_hash",
                table: "invitacion",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_llamada_hecho",
                table: "llamada",
                column: "hecho");

            migrationBuilder.CreateIndex(
                name: "ix_llamada_institucion_fecha",
                table: "llamada",
                columns: new[] { "institucion", "fecha" });

            migrationBuilder.CreateIndex(
                name: "ix_llave_de_datos_llave_del_llavero",
                table: "llave_de_datos",
                column: "llave_del_llavero");

            migrationBuilder.CreateIndex(
                name: "ix_revelacion_expediente_cuenta_hasta",
                table: "revelacion",
                columns: new[] { "expediente", "cuenta", "hasta" });

            migrationBuilder.CreateIndex(
                name: "ix_sesion_abierta_cuenta",
                table: "sesion_abierta",
                column: "cuenta");

            migrationBuilder.CreateIndex(
                name: "ix_sesion_abierta_hash",
                table: "sesion_abierta",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_testigo_expediente",
                table: "testigo",
                column: "expediente");

            migrationBuilder.CreateIndex(
                name: "ix_testigo_llave_valor",
                table: "testigo",
                columns: new[] { "llave", "valor" });

            // The log refuses changes and deletions from whoever holds the connection.
            migrationBuilder.Sql(ReglasDeLaBase.Sqlite);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceso");

            migrationBuilder.DropTable(
                name: "asiento");

            migrationBuilder.DropTable(
                name: "bloque_de_carriles");

            migrationBuilder.DropTable(
                name: "calidad");

            migrationBuilder.DropTable(
                name: "canalizacion_de_reporte");

            migrationBuilder.DropTable(
                name: "codigo_de_recuperacion");

            migrationBuilder.DropTable(
                name: "elemento_de_diccionario");

            migrationBuilder.DropTable(
                name: "filtro_multiple");

            migrationBuilder.DropTable(
                name: "freno_de_acceso");

            migrationBuilder.DropTable(
                name: "invitacion");

            migrationBuilder.DropTable(
                name: "llamada");

            migrationBuilder.DropTable(
                name: "llave_de_datos");

            migrationBuilder.DropTable(
                name: "llave_del_marco");

            migrationBuilder.DropTable(
                name: "origen_de_carga");

            migrationBuilder.DropTable(
                name: "permiso_de_perfil");

            migrationBuilder.DropTable(
                name: "reporte_de_hecho");

            migrationBuilder.DropTable(
                name: "revelacion");

            migrationBuilder.DropTable(
                name: "seccion");

            migrationBuilder.DropTable(
                name: "seccion_de_hecho");

            migrationBuilder.DropTable(
                name: "sesion_abierta");

            migrationBuilder.DropTable(
                name: "testigo");

            migrationBuilder.DropTable(
                name: "version_de_diccionario");

            migrationBuilder.DropTable(
                name: "cuenta");

            migrationBuilder.DropTable(
                name: "expediente");

            migrationBuilder.DropTable(
                name: "institucion");

            migrationBuilder.DropTable(
                name: "perfil");

            migrationBuilder.DropTable(
                name: "hecho");
        }
    }
}
