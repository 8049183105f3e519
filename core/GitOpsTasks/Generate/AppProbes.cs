namespace GitOpsTasks.Generate;

/// <summary>Paths that answer with success over HTTP, on the first port.</summary>
/// <param name="Readiness">Null for asking whether the port is open.</param>
/// <param name="Liveness">Null for no liveness probe.</param>
public sealed record AppProbes(string? Readiness = null, string? Liveness = null);
