namespace Sintra.Comun;

/// <summary>What an account may do: the closed list of <c>permisos.csv</c>, in its order (a test keeps both equal). A profile is a set of these.</summary>
public enum Permiso
{
    // Expedientes
    ExpedienteLeer,
    ExpedienteRegistrar,
    ExpedienteEscribir,
    ExpedienteValidar,
    ExpedienteCerrar,
    ExpedienteReabrir,
    ExpedienteAnular,
    ExpedienteTransferir,
    HechoRegistrar,
    CalidadDeterminar,
    ConsentimientoEscribir,
    SensibleLeer,
    RelatoLeer,
    IdentidadRevelar,
    AltoRiesgoRevelar,
    IdentidadImprimir,
    AccesoEmergencia,
    AdjuntoLeer,
    AdjuntoEscribir,
    ReservaMinisterialLeer,

    // Personas
    VinculoSolicitar,
    VinculoRevisar,
    VinculoConfirmar,

    // Seguimiento
    SeguimientoLeer,
    SeguimientoEscribir,
    CanalizacionEnviar,
    CanalizacionResponder,
    CanalizacionRevocar,
    AlojamientoEscribir,
    JusticiaLeer,
    JusticiaEscribir,
    RetornoEscribir,
    SolicitudMinisterialEscribir,
    LlamadaRegistrar,
    DirectorioEscribir,

    // PoliticaPublica
    PoliticaLeer,
    ProgramaAdministrar,
    AvanceReportar,
    AccionRegistrar,
    InstrumentoEnviar,
    InstrumentoIntegrar,
    LineaMesConfirmar,
    SesionAdministrar,
    FichaEntidadProponer,
    FichaEntidadConfirmar,
    IndicadorEscribir,

    // Consulta
    ConsultaBuscar,
    ConsultaPorIdentidad,
    BusquedaCompartir,
    ConsultaExportar,

    // Reportes
    ReporteLeer,
    ReporteConstruir,
    ReporteProgramar,
    CifrasExactas,
    CorteCrear,
    InformeAnualIntegrar,
    PublicacionAprobar,

    // Intercambio
    ImportarProbar,
    ImportarConfirmar,
    ApiLeer,
    ApiEscribir,
    ClienteApiAdministrar,

    // Cuentas
    CuentaLeer,
    CuentaAdministrar,
    CuentaAdministrarNacional,
    PerfilAdministrar,
    InstitucionAdministrar,

    // Diccionario
    DiccionarioProponer,
    DiccionarioPublicar,

    // Bitacora
    BitacoraLeer,
    BitacoraVerificar,
    AccesoEmergenciaRevisar,

    // Privacidad
    ArcoAtender,
    ArcoEjecutar,
    IncidenteRegistrar,
    ConservacionAdministrar,

    // Capacitacion
    PracticaUsar,
    GrupoCapacitar,

    // Ayuda
    AyudaPedir,
    AyudaAtender,
    AyudaEditar,

    // Operacion
    SaludLeer,
    TrabajosAdministrar,
}
