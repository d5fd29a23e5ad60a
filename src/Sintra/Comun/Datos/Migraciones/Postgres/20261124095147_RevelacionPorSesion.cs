using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sintra.Comun.Datos.Migraciones.Postgres
{
    /// <inheritdoc />
    public partial class RevelacionPorSesion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "sesion",
                table: "revelacion",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "sesion",
                table: "revelacion");
        }
    }
}
