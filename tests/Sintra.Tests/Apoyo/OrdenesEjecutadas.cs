using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sintra.Tests.Apoyo;

/// <summary>The statements that each context has sent to its database, in order.</summary>
public sealed class OrdenesEjecutadas : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<Guid, ConcurrentQueue<string>> _porContexto = new();

    public IReadOnlyList<string> De(SintraDb db) => [.. _porContexto.GetValueOrDefault(db.ContextId.InstanceId) ?? []];

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (eventData.Context is { } db)
        {
            _porContexto.GetOrAdd(db.ContextId.InstanceId, _ => []).Enqueue(result.CommandText);
        }

        return result;
    }
}
