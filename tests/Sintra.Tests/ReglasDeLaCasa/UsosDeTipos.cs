using System.Reflection;
using System.Reflection.Emit;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>Which types each type of an assembly uses: in its bases, fields, signatures and inside its methods, as compiled.</summary>
internal static class UsosDeTipos
{
    private const BindingFlags Todo = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codigos = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value);

    public static IEnumerable<(Type Quien, Type Que)> De(Assembly ensamblado) => ensamblado.GetTypes()
        .SelectMany(tipo => Usados(tipo).SelectMany(Partes).Distinct().Select(usado => (tipo, usado)));

    private static IEnumerable<Type?> Usados(Type tipo) =>
    [
        tipo.BaseType,
        .. tipo.GetInterfaces(),
        .. tipo.GetCustomAttributesData().Select(a => a.AttributeType),
        .. tipo.GetFields(Todo).Select(f => f.FieldType),
        .. tipo.GetMembers(Todo).OfType<MethodBase>().SelectMany(DeMetodo),
    ];

    private static IEnumerable<Type?> DeMetodo(MethodBase metodo) =>
    [
        (metodo as MethodInfo)?.ReturnType,
        .. metodo.GetParameters().Select(p => p.ParameterType),
        .. metodo.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? [],
        .. Nombrados(metodo).SelectMany(m => m switch
        {
            Type t => [t],
            MethodInfo { IsGenericMethod: true } g => [g.DeclaringType, g.ReturnType, .. g.GetGenericArguments()],
            MethodInfo i => [i.DeclaringType, i.ReturnType],
            _ => new[] { m.DeclaringType },
        }),
    ];

    // Walks the instructions: those that name a member carry its token.
    private static IEnumerable<MemberInfo> Nombrados(MethodBase metodo)
    {
        var il = metodo.GetMethodBody()?.GetILAsByteArray() ?? [];
        var deTipo = metodo.DeclaringType is { IsGenericType: true } t ? t.GetGenericArguments() : null;
        var deMetodo = metodo is MethodInfo { IsGenericMethod: true } g ? g.GetGenericArguments() : null;
        for (var i = 0; i < il.Length;)
        {
            var codigo = il[i] == 0xFE ? Codigos[(short)(0xFE00 | il[i + 1])] : Codigos[il[i]];
            i += codigo.Size;
            if (codigo.OperandType is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineField or OperandType.InlineTok)
            {
                yield return metodo.Module.ResolveMember(BitConverter.ToInt32(il, i), deTipo, deMetodo)!;
            }

            i += codigo.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, i)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Partes(Type? tipo) => tipo switch
    {
        null => [],
        { HasElementType: true } => Partes(tipo.GetElementType()),
        { IsGenericType: true } => [tipo.GetGenericTypeDefinition(), .. tipo.GetGenericArguments().SelectMany(Partes)],
        _ => [tipo],
    };
}
