namespace GitOpsTasks.Config;

/// <summary>A key that a reader knows.</summary>
/// <param name="Name">The key as it is written.</param>
/// <param name="Shape">What its value is.</param>
/// <param name="Required">Whether it has to be there.</param>
public sealed record ConfigKey(string Name, ConfigShape Shape, bool Required);
