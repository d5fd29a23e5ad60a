using Microsoft.AspNetCore.Authorization;

namespace Sintra.Web.Seguridad;

/// <summary>The permission a page or endpoint asks for, written on it: no policy names, no table to consult.</summary>
/// <param name="otros">Any of these does as well.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiereAttribute(Permiso permiso, params Permiso[] otros) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Permiso Permiso => permiso;

    public bool SeCumple(Sesion sesion) => sesion.Puede(permiso) || otros.Any(sesion.Puede);

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Any account that has signed in, whatever its profile: home, own account, help.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiereCuentaAttribute : AuthorizeAttribute;

internal sealed class PermisoHandler(Sesion sesion) : AuthorizationHandler<RequiereAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiereAttribute requirement)
    {
        if (requirement.SeCumple(sesion))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
