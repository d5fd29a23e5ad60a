using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sintra.Comun.Datos.Migraciones.Postgres
{
    /// <inheritdoc />
    public partial class Representaciones : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "institucion_que_captura",
                table: "hecho",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "institucion_que_captura",
                table: "expediente",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "representacion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institucion_que_captura = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    representada = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    desde = table.Column<DateOnly>(type: "date", nullable: false),
                    hasta = table.Column<DateOnly>(type: "date", nullable: true),
                    fin = table.Column<DateOnly>(type: "date", nullable: false),
                    fundamento = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    registrada_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    registrada_por = table.Column<Guid>(type: "uuid", nullable: false),
                    terminada_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    terminada_por = table.Column<Guid>(type: "uuid", nullable: true),
                    motivo_de_termino = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                name: "representacion");

            migrationBuilder.DropColumn(
                name: "institucion_que_captura",
                table: "hecho");

            migrationBuilder.DropColumn(
                name: "institucion_que_captura",
                table: "expediente");
        }
    }
}
