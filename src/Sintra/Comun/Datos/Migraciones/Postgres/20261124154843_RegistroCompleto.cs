using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sintra.Comun.Datos.Migraciones.Postgres
{
    /// <inheritdoc />
    public partial class RegistroCompleto : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "motivo",
                table: "seccion_de_hecho",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "motivo",
                table: "seccion",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "valida_otra_persona",
                table: "institucion",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "caducidad_avisada_en",
                table: "expediente",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "episodio_anterior",
                table: "expediente",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "fila",
                table: "calidad",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "adjunto",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    clase_de_dueno = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    dueno = table.Column<Guid>(type: "uuid", nullable: false),
                    renglon = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    tipo = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    formato = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    trozos = table.Column<int>(type: "integer", nullable: false),
                    selladas = table.Column<byte[]>(type: "bytea", nullable: false),
                    clase_de_llave = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    version_de_llave = table.Column<int>(type: "integer", nullable: false),
                    analizado = table.Column<bool>(type: "boolean", nullable: false),
                    reservado = table.Column<bool>(type: "boolean", nullable: false),
                    agregado_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    agregado_por = table.Column<Guid>(type: "uuid", nullable: false),
                    institucion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    retirado_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retirado_por = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adjunto", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "borrador",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cuenta = table.Column<Guid>(type: "uuid", nullable: false),
                    ruta = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: true),
                    sellado = table.Column<byte[]>(type: "bytea", nullable: false),
                    clase_de_llave = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    version_de_llave = table.Column<int>(type: "integer", nullable: false),
                    desde = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    escrito_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    avisado_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_borrador", x => x.id);
                    table.ForeignKey(
                        name: "fk_borrador_cuenta_cuenta",
                        column: x => x.cuenta,
                        principalTable: "cuenta",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consentimiento",
                columns: table => new
                {
                    expediente = table.Column<Guid>(type: "uuid", nullable: false),
                    fila = table.Column<int>(type: "integer", nullable: false),
                    tipo = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    estado = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    fecha = table.Column<DateOnly>(type: "date", nullable: false),
                    asentado_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    asentado_por = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consentimiento", x => new { x.expediente, x.fila });
                    table.ForeignKey(
                        name: "fk_consentimiento_expediente_expediente",
                        column: x => x.expediente,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "movimiento_de_expediente",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    expediente = table.Column<Guid>(type: "uuid", nullable: false),
                    de = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    a = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    motivo = table.Column<byte[]>(type: "bytea", nullable: true),
                    version_de_llave = table.Column<int>(type: "integer", nullable: false),
                    paginas = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    hecho_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    hecho_por = table.Column<Guid>(type: "uuid", nullable: false),
                    institucion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_movimiento_de_expediente", x => x.id);
                    table.ForeignKey(
                        name: "fk_movimiento_de_expediente_expediente_expediente",
                        column: x => x.expediente,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seccion_anterior",
                columns: table => new
                {
                    clave = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fila = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    expediente = table.Column<Guid>(type: "uuid", nullable: false),
                    reemplazada_por = table.Column<Guid>(type: "uuid", nullable: false),
                    abiertas = table.Column<string>(type: "jsonb", nullable: false),
                    selladas = table.Column<byte[]>(type: "bytea", nullable: true),
                    claves_selladas = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    clase_de_llave = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    version_de_llave = table.Column<int>(type: "integer", nullable: false),
                    orden = table.Column<int>(type: "integer", nullable: false),
                    retirada = table.Column<bool>(type: "boolean", nullable: false),
                    diccionario = table.Column<int>(type: "integer", nullable: false),
                    terminada = table.Column<bool>(type: "boolean", nullable: false),
                    escrita_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    escrita_por = table.Column<Guid>(type: "uuid", nullable: false),
                    motivo = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seccion_anterior", x => new { x.expediente, x.clave, x.fila, x.version });
                    table.ForeignKey(
                        name: "fk_seccion_anterior_expediente_expediente",
                        column: x => x.expediente,
                        principalTable: "expediente",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seccion_de_hecho_anterior",
                columns: table => new
                {
                    clave = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fila = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    hecho = table.Column<Guid>(type: "uuid", nullable: false),
                    reemplazada_por = table.Column<Guid>(type: "uuid", nullable: false),
                    abiertas = table.Column<string>(type: "jsonb", nullable: false),
                    selladas = table.Column<byte[]>(type: "bytea", nullable: true),
                    claves_selladas = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    clase_de_llave = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    version_de_llave = table.Column<int>(type: "integer", nullable: false),
                    orden = table.Column<int>(type: "integer", nullable: false),
                    retirada = table.Column<bool>(type: "boolean", nullable: false),
                    diccionario = table.Column<int>(type: "integer", nullable: false),
                    terminada = table.Column<bool>(type: "boolean", nullable: false),
                    escrita_en = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    escrita_por = table.Column<Guid>(type: "uuid", nullable: false),
                    motivo = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seccion_de_hecho_anterior", x => new { x.hecho, x.clave, x.fila, x.version });
                    table.ForeignKey(
                        name: "fk_seccion_de_hecho_anterior_hecho_hecho",
                        column: x => x.hecho,
                        principalTable: "hecho",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "trozo_de_adjunto",
                columns: table => new
                {
                    adjunto = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: false),
                    sellado = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trozo_de_adjunto", x => new { x.adjunto, x.numero });
                    table.ForeignKey(
                        name: "fk_trozo_de_adjunto_adjunto_adjunto",
                        column: x => x.adjunto,
                        principalTable: "adjunto",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_expediente_episodio_anterior",
                table: "expediente",
                column: "episodio_anterior");

            migrationBuilder.CreateIndex(
                name: "ix_adjunto_dueno_agregado_en",
                table: "adjunto",
                columns: new[] { "dueno", "agregado_en" });

            migrationBuilder.CreateIndex(
                name: "ix_borrador_cuenta_ruta",
                table: "borrador",
                columns: new[] { "cuenta", "ruta" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_borrador_escrito_en",
                table: "borrador",
                column: "escrito_en");

            migrationBuilder.CreateIndex(
                name: "ix_borrador_ruta_escrito_en",
                table: "borrador",
                columns: new[] { "ruta", "escrito_en" });

            migrationBuilder.CreateIndex(
                name: "ix_movimiento_de_expediente_expediente_hecho_en",
                table: "movimiento_de_expediente",
                columns: new[] { "expediente", "hecho_en" });

            migrationBuilder.AddForeignKey(
                name: "fk_expediente_expediente_episodio_anterior",
                table: "expediente",
                column: "episodio_anterior",
                principalTable: "expediente",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_expediente_expediente_episodio_anterior",
                table: "expediente");

            migrationBuilder.DropTable(
                name: "borrador");

            migrationBuilder.DropTable(
                name: "consentimiento");

            migrationBuilder.DropTable(
                name: "movimiento_de_expediente");

            migrationBuilder.DropTable(
                name: "seccion_anterior");

            migrationBuilder.DropTable(
                name: "seccion_de_hecho_anterior");

            migrationBuilder.DropTable(
                name: "trozo_de_adjunto");

            migrationBuilder.DropTable(
                name: "adjunto");

            migrationBuilder.DropIndex(
                name: "ix_expediente_episodio_anterior",
                table: "expediente");

            migrationBuilder.DropColumn(
                name: "motivo",
                table: "seccion_de_hecho");

            migrationBuilder.DropColumn(
                name: "motivo",
                table: "seccion");

            migrationBuilder.DropColumn(
                name: "valida_otra_persona",
                table: "institucion");

            migrationBuilder.DropColumn(
                name: "caducidad_avisada_en",
                table: "expediente");

            migrationBuilder.DropColumn(
                name: "episodio_anterior",
                table: "expediente");

            migrationBuilder.DropColumn(
                name: "fila",
                table: "calidad");
        }
    }
}
