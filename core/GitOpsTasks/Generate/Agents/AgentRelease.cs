namespace GitOpsTasks.Generate.Agents;

/// <summary>A chart that Flux installs beside the application.</summary>
/// <param name="Repository">Where charts are.</param>
/// <param name="Chart">Its name there.</param>
/// <param name="Version">The version, or a range of versions.</param>
/// <param name="Values">A ConfigMap with its values under <c>values.yaml</c>; null for none.</param>
public sealed record AgentRelease(string Repository, string Chart, string Version, string? Values);
