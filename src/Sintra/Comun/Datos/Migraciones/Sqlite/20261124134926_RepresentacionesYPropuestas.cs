using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sintra.Comun.Datos.Migraciones.Sqlite
{
    /// <inheritdoc />
    public partial class RepresentacionesYPropuestas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "institucion_que_captura",
                table: "hecho",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "institucion_que_captura",
                table: "expediente",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "diccionario_visto",
                table: "cuenta",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "propuesta_de_diccionario",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    numero = table.Column<int>(type: "INTEGER", nullable: false),
                    clase = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    elemento = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    texto = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    razon = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    institucion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    propuesta_por = table.Column<Guid>(type: "TEXT", nullable: false),
                    propuesta_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    opinion = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    razon_de_decision = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    decidida_por = table.Column<Guid>(type: "TEXT", nullable: true),
                    decidida_en = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version_que_adopta = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_propuesta_de_diccionario", x => x.id);
                    table.ForeignKey(
                        name: "fk_propuesta_de_diccionario_version_de_diccionario_version_que_adopta",
                        column: x => x.version_que_adopta,
                        principalTable: "version_de_diccionario",
                        principalColumn: "numero",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "representacion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institucion_que_captura = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    representada = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    desde = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    hasta = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    fin = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    fundamento = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    registrada_en = table.Column<DateTime>(type: "TEXT", nullable: false),
                    registrada_por = table.Column<Guid>(type: "TEXT", nullable: false),
                    terminada_en = table.Column<DateTime>(type: "TEXT", nullable: true),
                    terminada_por = table.Column<Guid>(type: "TEXT", nullable: true),
                    motivo_de_termino = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_representacion", x => x.id);
                    table.ForeignKey(
                        name: "fk_representacion_institucion_institucion_que_captura",
                        column: x => x.institucion_que_captura,
                        principalTable: "institucion",
                        principalColumn: "sigla",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_representacion_institucion_representada",
                        column: x => x.representada,
                        principalTable: "institucion",
                        principalColumn: "sigla",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_propuesta_de_diccionario_numero",
                table: "propuesta_de_diccionario",
                column: "numero",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_propuesta_de_diccionario_version_que_adopta",
                table: "propuesta_de_diccionario",
                column: "version_que_adopta");

            migrationBuilder.CreateIndex(
                name: "ix_representacion_institucion_que_captura_representada",
                table: "representacion",
                columns: new[] { "institucion_que_captura", "representada" });

            migrationBuilder.CreateIndex(
                name: "ix_representacion_representada",
                table: "representacion",
                column: "representada");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "propuesta_de_diccionario");

            migrationBuilder.DropTable(
                name: "representacion");

            migrationBuilder.DropColumn(
                name: "institucion_que_captura",
                table: "hecho");

            migrationBuilder.DropColumn(
                name: "institucion_que_captura",
                table: "expediente");

            migrationBuilder.DropColumn(
                name: "diccionario_visto",
                table: "cuenta");
        }
    }
}
