namespace GitOpsTasks.Init.Layouts;

/// <summary>An environment, and where it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">The folder with <c>{app}</c>; null for <c>overlays/NAME</c> below the folder of each application.</param>
internal sealed record PlacedEnvironment(string Name, string? Path);
