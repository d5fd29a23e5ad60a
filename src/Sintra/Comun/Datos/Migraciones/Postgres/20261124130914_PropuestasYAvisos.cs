using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sintra.Comun.Datos.Migraciones.Postgres
{
    /// <inheritdoc />
    public partial class PropuestasYAvisos : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "diccionario_visto",
                table: "cuenta",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "propuesta_de_diccionario",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: false),
                    clase = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    elemento = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    texto = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    razon = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    institucion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    propuesta_por = table.Column<Guid>(type: "uuid", nullable: false),
                    propuesta_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decision = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    opinion = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    razon_de_decision = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    decidida_por = table.Column<Guid>(type: "uuid", nullable: true),
                    decidida_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version_que_adopta = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_propuesta_de_diccionario", x => x.id);
                    table.ForeignKey(
                        name: "fk_propuesta_de_diccionario_version_de_diccionario_version_que~",
                        column: x => x.version_que_adopta,
                        principalTable: "version_de_diccionario",
                        principalColumn: "numero",
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "propuesta_de_diccionario");

            migrationBuilder.DropColumn(
                name: "diccionario_visto",
                table: "cuenta");
        }
    }
}
