using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Expedientes;

/// <summary>Where an access comes from.</summary>
public enum OrigenDeAcceso
{
    Registro,

    /// <summary>Captured it in the name of whose file it is.</summary>
    Representacion,
    Canalizacion,
    Transferencia,
    Emergencia,
}

/// <summary>An institution may see a file, from a moment and perhaps until another. Rows are added and ended, never changed.</summary>
public sealed class Acceso
{
    public Guid Id { get; private init; } = Uuid.Nuevo();
    public ExpedienteId Expediente { get; init; }
    [DatoPublico] public required string Institucion { get; init; }

    public required DateTime Desde { get; init; }
    public DateTime? Hasta { get; set; }
    public required OrigenDeAcceso Origen { get; init; }
}

/// <summary>A blind token of an identity: equal values give equal tokens, nothing gives the value back without the key.</summary>
public sealed class Testigo
{
    public Guid Id { get; private init; } = Uuid.Nuevo();
    public required ExpedienteId Expediente { get; init; }

    /// <summary>Recipe that made it, e.g. <c>curp</c>, <c>nombre</c>.</summary>
    [DatoPublico] public required string Tipo { get; init; }
    public required int Llave { get; init; }
    public required long Valor { get; init; }
}

public static class ConsultasDeExpediente
{
    extension(SintraDb db)
    {
        public DbSet<Hecho> Hechos => db.Set<Hecho>();
        public DbSet<Expediente> Expedientes => db.Set<Expediente>();
        public DbSet<Seccion> Secciones => db.Set<Seccion>();
        public DbSet<SeccionDeHecho> SeccionesDeHecho => db.Set<SeccionDeHecho>();
        public DbSet<SeccionAnterior> SeccionesAnteriores => db.Set<SeccionAnterior>();
        public DbSet<Consentimiento> Consentimientos => db.Set<Consentimiento>();
        public DbSet<MovimientoDeExpediente> Movimientos => db.Set<MovimientoDeExpediente>();
        public DbSet<Borrador> Borradores => db.Set<Borrador>();
        public DbSet<Adjunto> Adjuntos => db.Set<Adjunto>();
        public DbSet<TrozoDeAdjunto> TrozosDeAdjunto => db.Set<TrozoDeAdjunto>();
        public DbSet<Testigo> Testigos => db.Set<Testigo>();
        public DbSet<Revelacion> Revelaciones => db.Set<Revelacion>();
        public DbSet<LlaveDeDatos> LlavesDeDatos => db.Set<LlaveDeDatos>();

        /// <summary>What this very session has open: it ends with its ten minutes or with the session, whichever comes first.</summary>
        public IQueryable<Revelacion> RevelacionesVigentes(Sesion sesion, DateTime ahora)
        {
            var (cuenta, abierta) = (sesion.Cuenta, sesion.Abierta);
            return db.Revelaciones.Where(r => r.Cuenta == cuenta && r.Sesion == abierta && r.Hasta > ahora);
        }

        /// <summary>Events of one's own institution, and those of the files within reach.</summary>
        public IQueryable<Hecho> HechosAlAlcanceDe(Sesion sesion, TimeProvider reloj)
        {
            var institucion = sesion.Institucion;
            var propios = db.Expedientes.AlAlcanceDe(sesion, reloj);
            var predecesoras = sesion.Predecesoras;
            return predecesoras.Count == 0
                ? db.Hechos.Where(h => h.Institucion == institucion || propios.Any(e => e.Hecho == h.Id))
                : db.Hechos.Where(h => h.Institucion == institucion || predecesoras.Contains(h.Institucion) || propios.Any(e => e.Hecho == h.Id));
        }
    }

    extension(IQueryable<Expediente> expedientes)
    {
        /// <summary>The one place that says who sees which file. Lists, pages and writes all pass here; out of reach is «does not exist».</summary>
        public IQueryable<Expediente> AlAlcanceDe(Sesion sesion, TimeProvider reloj)
        {
            var (cuenta, institucion, entidad, ahora) = (sesion.Cuenta, sesion.Institucion, sesion.Entidad, reloj.Ahora);
            var (sistema, visibles) = (CuentaId.Sistema, expedientes.Where(e => e.Estado != EstadoDeExpediente.Borrador || e.CapturadoPor == cuenta));

            // A draft is its author's alone; one that a load began has none, and waits for whoever of the institution completes it.
            var deLaInstitucion = expedientes.Where(e => e.Estado != EstadoDeExpediente.Borrador || e.CapturadoPor == cuenta || e.CapturadoPor == sistema);

            return sesion.Alcance switch
            {
                Alcance.Propio => visibles.Where(e => e.CapturadoPor == cuenta),

                // What those whose place it took may see, it may (PGR → FGR).
                Alcance.Institucion when sesion.Predecesoras is { Count: > 0 } predecesoras => deLaInstitucion.Where(e => e.Accesos.Any(a =>
                    (a.Institucion == institucion || predecesoras.Contains(a.Institucion)) && a.Desde <= ahora && (a.Hasta == null || a.Hasta > ahora))),
                Alcance.Institucion => deLaInstitucion.Where(e => e.Accesos.Any(a =>
                    a.Institucion == institucion && a.Desde <= ahora && (a.Hasta == null || a.Hasta > ahora))),
                Alcance.Entidad when entidad is not null => visibles.Where(e => e.EntidadQueRegistra == entidad),
                Alcance.Nacional => visibles,
                _ => visibles.Where(_ => false),
            };
        }
    }
}

internal sealed class MapaDeAcceso : IEntityTypeConfiguration<Acceso>
{
    public void Configure(EntityTypeBuilder<Acceso> builder)
    {
        builder.ToTable("acceso");
        builder.Property(a => a.Institucion).HasMaxLength(40);
        builder.HasOne<Expediente>().WithMany(e => e.Accesos).HasForeignKey(a => a.Expediente).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Institucion, a.Expediente });
    }
}

internal sealed class MapaDeTestigo : IEntityTypeConfiguration<Testigo>
{
    public void Configure(EntityTypeBuilder<Testigo> builder)
    {
        builder.ToTable("testigo");
        builder.Property(t => t.Tipo).HasMaxLength(20);
        builder.HasOne<Expediente>().WithMany().HasForeignKey(t => t.Expediente).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.Llave, t.Valor });
        builder.HasIndex(t => t.Expediente);
    }
}
