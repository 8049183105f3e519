namespace GitOpsTasks.Generate.Agents;

/// <summary>Fields that Argo CD does not compare.</summary>
/// <param name="Group">The group of the objects; empty for the core's.</param>
/// <param name="Kind">Their kind.</param>
/// <param name="Name">The name of one; null for all.</param>
/// <param name="Pointers">The fields, as JSON pointers.</param>
/// <param name="Expressions">The fields, as expressions of jq.</param>
public sealed record AgentIgnore(string Group, string Kind, string? Name, IReadOnlyList<string> Pointers, IReadOnlyList<string> Expressions);
