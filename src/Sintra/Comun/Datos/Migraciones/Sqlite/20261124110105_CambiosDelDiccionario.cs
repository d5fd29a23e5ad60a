using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sintra.Comun.Datos.Migraciones.Sqlite
{
    /// <inheritdoc />
    public partial class CambiosDelDiccionario : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "desde",
                table: "version_de_diccionario",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "cambio_de_diccionario",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clase = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    clave = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    orden = table.Column<int>(type: "INTEGER", nullable: false),
                    definicion = table.Column<string>(type: "TEXT", nullable: false),
                    retirado = table.Column<bool>(type: "INTEGER", nullable: false),
                    cuenta = table.Column<Guid>(type: "TEXT", nullable: false),
                    preparado_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cambio_de_diccionario", x => x.id);
                    table.ForeignKey(
                        name: "fk_cambio_de_diccionario_version_de_diccionario_version",
                        column: x => x.version,
                        principalTable: "version_de_diccionario",
                        principalColumn: "numero",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cambio_de_diccionario_clase_clave",
                table: "cambio_de_diccionario",
                columns: new[] { "clase", "clave" },
                unique: true,
                filter: "version is null");

            migrationBuilder.CreateIndex(
                name: "ix_cambio_de_diccionario_version",
                table: "cambio_de_diccionario",
                column: "version");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cambio_de_diccionario");

            migrationBuilder.DropColumn(
                name: "desde",
                table: "version_de_diccionario");
        }
    }
}
