namespace GitOpsTasks.Generate.Spec;

/// <summary>One step of a canary.</summary>
/// <param name="Weight">The share of requests the new version gets, in percent; null where it does not change.</param>
/// <param name="Pause">How long to wait then, such as <c>10m</c>, or <c>forever</c> until somebody goes on; null for not at all.</param>
public sealed record CanaryStep(int? Weight, string? Pause);
