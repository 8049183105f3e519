namespace GitOpsTasks.Build;

/// <summary>A .NET project that is published into an image.</summary>
/// <param name="Path">The project file, relative to the image's context.</param>
public sealed record ProjectSpec(string Path)
{
    /// <summary>The configuration that is built.</summary>
    public string Configuration { get; init; } = "Release";

    /// <summary>Absolute path of the folder in the image that takes it.</summary>
    public string To { get; init; } = "/app";

    /// <summary>More properties of MSBuild, by name.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();
}
