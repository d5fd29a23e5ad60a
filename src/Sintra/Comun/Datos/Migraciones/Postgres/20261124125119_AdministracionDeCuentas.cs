using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sintra.Comun.Datos.Migraciones.Postgres
{
    /// <inheritdoc />
    public partial class AdministracionDeCuentas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ver_como",
                table: "sesion_abierta",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "retirado_en",
                table: "perfil",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "version",
                table: "perfil",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTime>(
                name: "confirmada_en",
                table: "cuenta",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "confirmada_por",
                table: "cuenta",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "compromiso",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    clave = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: false),
                    titulo = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    texto = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    desde = table.Column<DateOnly>(type: "date", nullable: false),
                    publicado_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    publicado_por = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compromiso", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "perfil_delegado",
                columns: table => new
                {
                    institucion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    perfil = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    delegado_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    delegado_por = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_perfil_delegado", x => new { x.institucion, x.perfil });
                    table.ForeignKey(
                        name: "fk_perfil_delegado_institucion_institucion",
                        column: x => x.institucion,
                        principalTable: "institucion",
                        principalColumn: "sigla",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_perfil_delegado_perfil_perfil",
                        column: x => x.perfil,
                        principalTable: "perfil",
                        principalColumn: "clave",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "compromiso_aceptado",
                columns: table => new
                {
                    cuenta = table.Column<Guid>(type: "uuid", nullable: false),
                    compromiso = table.Column<Guid>(type: "uuid", nullable: false),
                    aceptado_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compromiso_aceptado", x => new { x.cuenta, x.compromiso });
                    table.ForeignKey(
                        name: "fk_compromiso_aceptado_compromiso_compromiso",
                        column: x => x.compromiso,
                        principalTable: "compromiso",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_compromiso_aceptado_cuenta_cuenta",
                        column: x => x.cuenta,
                        principalTable: "cuenta",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_compromiso_clave_numero",
                table: "compromiso",
                columns: new[] { "clave", "numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_compromiso_aceptado_compromiso",
                table: "compromiso_aceptado",
                column: "compromiso");

            migrationBuilder.CreateIndex(
                name: "ix_perfil_delegado_perfil",
                table: "perfil_delegado",
                column: "perfil");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "compromiso_aceptado");

            migrationBuilder.DropTable(
                name: "perfil_delegado");

            migrationBuilder.DropTable(
                name: "compromiso");

            migrationBuilder.DropColumn(
                name: "ver_como",
                table: "sesion_abierta");

            migrationBuilder.DropColumn(
                name: "retirado_en",
                table: "perfil");

            migrationBuilder.DropColumn(
                name: "version",
                table: "perfil");

            migrationBuilder.DropColumn(
                name: "confirmada_en",
                table: "cuenta");

            migrationBuilder.DropColumn(
                name: "confirmada_por",
                table: "cuenta");
        }
    }
}
