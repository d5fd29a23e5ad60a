using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sintra.Comun.Datos.Migraciones.Postgres
{
    /// <inheritdoc />
    public partial class LlavesDeAcceso : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "con_llave",
                table: "sesion_abierta",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "verificada",
                table: "sesion_abierta",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cambio_de_credencial",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cuenta = table.Column<Guid>(type: "uuid", nullable: false),
                    clase = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    avisado_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cambio_de_credencial", x => x.id);
                    table.ForeignKey(
                        name: "fk_cambio_de_credencial_cuenta_cuenta",
                        column: x => x.cuenta,
                        principalTable: "cuenta",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "llave_de_acceso",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cuenta = table.Column<Guid>(type: "uuid", nullable: false),
                    credencial = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                    llave_publica = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    contador = table.Column<long>(type: "bigint", nullable: false),
                    nombre = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    transportes = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    respaldable = table.Column<bool>(type: "boolean", nullable: false),
                    respaldada = table.Column<bool>(type: "boolean", nullable: false),
                    creada_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ultimo_uso = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revocada_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_llave_de_acceso", x => x.id);
                    table.ForeignKey(
                        name: "fk_llave_de_acceso_cuenta_cuenta",
                        column: x => x.cuenta,
                        principalTable: "cuenta",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recuperacion_de_acceso",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cuenta = table.Column<Guid>(type: "uuid", nullable: false),
                    abierta_por = table.Column<Guid>(type: "uuid", nullable: false),
                    abierta_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expira = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    comprobacion = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    oficio = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    estado = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    cerrada_por = table.Column<Guid>(type: "uuid", nullable: true),
                    cerrada_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recuperacion_de_acceso", x => x.id);
                    table.ForeignKey(
                        name: "fk_recuperacion_de_acceso_cuenta_cuenta",
                        column: x => x.cuenta,
                        principalTable: "cuenta",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reto_de_llave",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    uso = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    sesion = table.Column<Guid>(type: "uuid", nullable: true),
                    estado = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    expira = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reto_de_llave", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cambio_de_credencial_avisado_en_en",
                table: "cambio_de_credencial",
                columns: new[] { "avisado_en", "en" });

            migrationBuilder.CreateIndex(
                name: "ix_cambio_de_credencial_cuenta_en",
                table: "cambio_de_credencial",
                columns: new[] { "cuenta", "en" });

            migrationBuilder.CreateIndex(
                name: "ix_llave_de_acceso_credencial",
                table: "llave_de_acceso",
                column: "credencial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_llave_de_acceso_cuenta",
                table: "llave_de_acceso",
                column: "cuenta");

            migrationBuilder.CreateIndex(
                name: "ix_recuperacion_de_acceso_cuenta_estado",
                table: "recuperacion_de_acceso",
                columns: new[] { "cuenta", "estado" });

            migrationBuilder.CreateIndex(
                name: "ix_recuperacion_de_acceso_estado_expira",
                table: "recuperacion_de_acceso",
                columns: new[] { "estado", "expira" });

            migrationBuilder.CreateIndex(
                name: "ix_reto_de_llave_expira",
                table: "reto_de_llave",
                column: "expira");

            migrationBuilder.CreateIndex(
                name: "ix_reto_de_llave_hash",
                table: "reto_de_llave",
                column: "hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cambio_de_credencial");

            migrationBuilder.DropTable(
                name: "llave_de_acceso");

            migrationBuilder.DropTable(
                name: "recuperacion_de_acceso");

            migrationBuilder.DropTable(
                name: "reto_de_llave");

            migrationBuilder.DropColumn(
                name: "con_llave",
                table: "sesion_abierta");

            migrationBuilder.DropColumn(
                name: "verificada",
                table: "sesion_abierta");
        }
    }
}
