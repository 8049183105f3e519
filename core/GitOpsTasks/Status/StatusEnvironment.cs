namespace GitOpsTasks.Status;

/// <summary>An environment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">The environment its versions are promoted from; null for the first.</param>
public sealed record StatusEnvironment(string Name, string? From);
