namespace GitOpsTasks.Generate.Spec;

/// <summary>What the cluster asks a container. Where nothing is said and there is a TCP port, it asks whether the first is open.</summary>
/// <param name="Readiness">Whether it can take requests.</param>
/// <param name="Liveness">Whether it has to be restarted.</param>
/// <param name="Startup">Whether it has started; null for not asking.</param>
public sealed record AppProbes(AppProbe? Readiness = null, AppProbe? Liveness = null, AppProbe? Startup = null);
