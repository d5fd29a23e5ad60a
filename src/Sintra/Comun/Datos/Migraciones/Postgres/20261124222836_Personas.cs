using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sintra.Comun.Datos.Migraciones.Postgres
{
    /// <inheritdoc />
    public partial class Personas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "por_comparar_desde",
                table: "expediente",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "busqueda_guardada",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cuenta = table.Column<Guid>(type: "uuid", nullable: false),
                    institucion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    nombre = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    criterios = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    de_la_institucion = table.Column<bool>(type: "boolean", nullable: false),
                    aviso_semanal = table.Column<bool>(type: "boolean", nullable: false),
                    avisada_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    creada_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_busqueda_guardada", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "busqueda_por_identidad",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cuenta = table.Column<Guid>(type: "uuid", nullable: false),
                    sesion = table.Column<Guid>(type: "uuid", nullable: false),
                    contenido = table.Column<byte[]>(type: "bytea", nullable: false),
                    hasta = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_busqueda_por_identidad", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "modelo_de_personas",
                columns: table => new
                {
                    numero = table.Column<int>(type: "integer", nullable: false),
                    contenido = table.Column<string>(type: "text", nullable: false),
                    aprendido_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expedientes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_modelo_de_personas", x => x.numero);
                });

            migrationBuilder.CreateTable(
                name: "pertenencia",
                columns: table => new
                {
                    expediente = table.Column<Guid>(type: "uuid", nullable: false),
                    persona = table.Column<Guid>(type: "uuid", nullable: false),
                    alarmas = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pertenencia", x => x.expediente);
                    table.ForeignKey(
                        name: "fk_pertenencia_expediente_expediente",
                        column: x => x.expediente,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pertenencia_expediente_persona",
                        column: x => x.persona,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "solicitud_de_vinculo",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    expediente = table.Column<Guid>(type: "uuid", nullable: false),
                    institucion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    pedida_por = table.Column<Guid>(type: "uuid", nullable: false),
                    pedida_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    motivo = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vence_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    estado = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    otro = table.Column<Guid>(type: "uuid", nullable: true),
                    institucion_que_responde = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    respondida_por = table.Column<Guid>(type: "uuid", nullable: true),
                    respondida_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_solicitud_de_vinculo", x => x.id);
                    table.ForeignKey(
                        name: "fk_solicitud_de_vinculo_expediente_expediente",
                        column: x => x.expediente,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_solicitud_de_vinculo_expediente_otro",
                        column: x => x.otro,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sugerencia",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    a = table.Column<Guid>(type: "uuid", nullable: false),
                    b = table.Column<Guid>(type: "uuid", nullable: false),
                    probabilidad = table.Column<double>(type: "double precision", nullable: false),
                    sin_veto = table.Column<double>(type: "double precision", nullable: false),
                    niveles = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    veto = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    modelo = table.Column<int>(type: "integer", nullable: false),
                    hecha_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    atendida_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sugerencia", x => x.id);
                    table.ForeignKey(
                        name: "fk_sugerencia_expediente_a",
                        column: x => x.a,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sugerencia_expediente_b",
                        column: x => x.b,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "turno_de_vinculos",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turno_de_vinculos", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vinculo",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    a = table.Column<Guid>(type: "uuid", nullable: false),
                    b = table.Column<Guid>(type: "uuid", nullable: false),
                    veredicto = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    probabilidad = table.Column<double>(type: "double precision", nullable: true),
                    niveles = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    motivo = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decidido_por = table.Column<Guid>(type: "uuid", nullable: false),
                    decidido_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    pide_otra_persona = table.Column<bool>(type: "boolean", nullable: false),
                    confirmado_por = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmado_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revocado_por = table.Column<Guid>(type: "uuid", nullable: true),
                    revocado_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    motivo_de_revocacion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vinculo", x => x.id);
                    table.ForeignKey(
                        name: "fk_vinculo_expediente_a",
                        column: x => x.a,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_vinculo_expediente_b",
                        column: x => x.b,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_expediente_por_comparar_desde",
                table: "expediente",
                column: "por_comparar_desde",
                filter: "por_comparar_desde is not null");

            migrationBuilder.CreateIndex(
                name: "ix_busqueda_guardada_cuenta",
                table: "busqueda_guardada",
                column: "cuenta");

            migrationBuilder.CreateIndex(
                name: "ix_busqueda_guardada_institucion",
                table: "busqueda_guardada",
                column: "institucion");

            migrationBuilder.CreateIndex(
                name: "ix_busqueda_por_identidad_hasta",
                table: "busqueda_por_identidad",
                column: "hasta");

            migrationBuilder.CreateIndex(
                name: "ix_pertenencia_persona",
                table: "pertenencia",
                column: "persona");

            migrationBuilder.CreateIndex(
                name: "ix_solicitud_de_vinculo_expediente",
                table: "solicitud_de_vinculo",
                column: "expediente");

            migrationBuilder.CreateIndex(
                name: "ix_solicitud_de_vinculo_institucion_pedida_en",
                table: "solicitud_de_vinculo",
                columns: new[] { "institucion", "pedida_en" });

            migrationBuilder.CreateIndex(
                name: "ix_solicitud_de_vinculo_institucion_que_responde_estado",
                table: "solicitud_de_vinculo",
                columns: new[] { "institucion_que_responde", "estado" });

            migrationBuilder.CreateIndex(
                name: "ix_solicitud_de_vinculo_otro",
                table: "solicitud_de_vinculo",
                column: "otro");

            migrationBuilder.CreateIndex(
                name: "ix_sugerencia_a_b",
                table: "sugerencia",
                columns: new[] { "a", "b" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sugerencia_b",
                table: "sugerencia",
                column: "b");

            migrationBuilder.CreateIndex(
                name: "ix_sugerencia_probabilidad",
                table: "sugerencia",
                column: "probabilidad",
                filter: "atendida_en is null");

            migrationBuilder.CreateIndex(
                name: "ix_vinculo_a_b",
                table: "vinculo",
                columns: new[] { "a", "b" },
                unique: true,
                filter: "revocado_en is null");

            migrationBuilder.CreateIndex(
                name: "ix_vinculo_b",
                table: "vinculo",
                column: "b");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "busqueda_guardada");

            migrationBuilder.DropTable(
                name: "busqueda_por_identidad");

            migrationBuilder.DropTable(
                name: "modelo_de_personas");

            migrationBuilder.DropTable(
                name: "pertenencia");

            migrationBuilder.DropTable(
                name: "solicitud_de_vinculo");

            migrationBuilder.DropTable(
                name: "sugerencia");

            migrationBuilder.DropTable(
                name: "turno_de_vinculos");

            migrationBuilder.DropTable(
                name: "vinculo");

            migrationBuilder.DropIndex(
                name: "ix_expediente_por_comparar_desde",
                table: "expediente");

            migrationBuilder.DropColumn(
                name: "por_comparar_desde",
                table: "expediente");
        }
    }
}
