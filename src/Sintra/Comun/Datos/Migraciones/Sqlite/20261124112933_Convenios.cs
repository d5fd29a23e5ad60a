using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sintra.Comun.Datos.Migraciones.Sqlite
{
    /// <inheritdoc />
    public partial class Convenios : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "convenio",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institucion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    clase = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    objeto = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    desde = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    hasta = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    fin = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    anexo = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    registrado_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    registrado_por = table.Column<Guid>(type: "TEXT", nullable: false),
                    terminado_en = table.Column<DateTime>(type: "TEXT", nullable: true),
                    terminado_por = table.Column<Guid>(type: "TEXT", nullable: true),
                    motivo_de_termino = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_convenio", x => x.id);
                    table.ForeignKey(
                        name: "fk_convenio_institucion_institucion",
                        column: x => x.institucion,
                        principalTable: "institucion",
                        principalColumn: "sigla",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sucesion",
                columns: table => new
                {
                    predecesora = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sucesora = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    desde = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    declarada_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    declarada_por = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sucesion", x => new { x.predecesora, x.sucesora });
                    table.ForeignKey(
                        name: "fk_sucesion_institucion_predecesora",
                        column: x => x.predecesora,
                        principalTable: "institucion",
                        principalColumn: "sigla",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sucesion_institucion_sucesora",
                        column: x => x.sucesora,
                        principalTable: "institucion",
                        principalColumn: "sigla",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_convenio_institucion_desde",
                table: "convenio",
                columns: new[] { "institucion", "desde" });

            migrationBuilder.CreateIndex(
                name: "ix_sucesion_sucesora",
                table: "sucesion",
                column: "sucesora");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "convenio");

            migrationBuilder.DropTable(
                name: "sucesion");
        }
    }
}
