using System.Reflection;

namespace GitOpsTasks.Tests.Architecture;

/// <summary>Which rooms of the engine use which, read from the compiled code: signatures, attributes and method bodies.</summary>
internal static class RoomDependencies
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Pairs of a room and a room it uses, with the type that does.</summary>
    public static IReadOnlyList<(string From, string To, string By)> Of(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           let room = RoomOf(type)
           where room is not null
           from used in TypesUsedBy(type)
           let other = RoomOf(used)
           where other is not null && other != room && used.Assembly == assembly
           select (room, other, type.FullName!),
    ];

    /// <summary>The room of a type: the part of its namespace after the engine's.</summary>
    public static string? RoomOf(Type type) =>
        type.Namespace is { } space && space.StartsWith("GitOpsTasks.", StringComparison.Ordinal) ? space.Split('.')[1] : null;

    private static HashSet<Type> TypesUsedBy(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        foreach (var contract in type.GetInterfaces())
            Add(used, contract);
        foreach (var field in type.GetFields(Everything))
            Add(used, field.FieldType);
        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
            AddMethod(used, method);
        return used;
    }

    private static void AddMethod(HashSet<Type> used, MethodBase method)
    {
        foreach (var parameter in method.GetParameters())
            Add(used, parameter.ParameterType);
        Add(used, (method as MethodInfo)?.ReturnType);
        if (method.GetMethodBody() is not { } body)
            return;
        foreach (var local in body.LocalVariables)
            Add(used, local.LocalType);
        foreach (var member in MethodTokens.MembersOf(method, body))
            Add(used, member as Type ?? member.DeclaringType);
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null || type.IsGenericParameter || !used.Add(type))
            return;
        if (type.HasElementType)
            Add(used, type.GetElementType());
        if (!type.IsGenericType)
            return;
        foreach (var argument in type.GetGenericArguments())
            Add(used, argument);
    }
}
