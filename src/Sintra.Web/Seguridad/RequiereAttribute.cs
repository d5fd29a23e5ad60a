using Microsoft.AspNetCore.Authorization;

namespace Sintra.Web.Seguridad;

/// <summary>The permission a page or endpoint asks for, written on it: no policy names, no table to consult.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiereAttribute(Permiso permiso) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Permiso Permiso => permiso;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Any account that has signed in, whatever its profile: home, own account, help.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiereCuentaAttribute : AuthorizeAttribute;

internal sealed class PermisoHandler(Sesion sesion) : AuthorizationHandler<RequiereAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiereAttribute requirement)
    {
        if (sesion.Puede(requirement.Permiso))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
