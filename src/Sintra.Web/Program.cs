using Sintra.Web.Seguridad;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddScoped(_ => Sesion.Anonima);
builder.Services.AddAuthorization();
builder.Services.AddScoped<Microsoft.AspNetCore.Authorization.IAuthorizationHandler, PermisoHandler>();
var app = builder.Build();
app.MapRazorPages();
app.Run();
