namespace GitOpsTasks.Generate.Spec;

/// <summary>A taint of nodes that is no obstacle.</summary>
/// <param name="Key">Its key; null for every one.</param>
/// <param name="Value">Its value; null for any.</param>
/// <param name="Effect">NoSchedule, PreferNoSchedule or NoExecute; null for any.</param>
public sealed record AppToleration(string? Key, string? Value, string? Effect);
