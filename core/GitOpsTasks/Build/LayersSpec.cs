using GitOpsTasks.Build.Layers;

namespace GitOpsTasks.Build;

/// <summary>What an image is made of that is built without a daemon.</summary>
public sealed record LayersSpec
{
    /// <summary>
    /// The image below: a reference such as <c>mcr.example/dotnet/runtime:10.0@sha256:…</c>, or <c>oci:FOLDER</c> and
    /// <c>oci-archive:FILE</c> with <c>:TAG</c> for a layout; null for nothing (scratch).
    /// </summary>
    public string? Base { get; init; }

    /// <summary>A project that <c>dotnet publish</c> is run on, whose output becomes the top layer; null for none.</summary>
    public ProjectSpec? Project { get; init; }

    /// <summary>The layers, from the lowest up.</summary>
    public IReadOnlyList<LayerSpec> Layers { get; init; } = [];

    /// <summary>The program that is started, with its fixed arguments; empty for that of the base or project.</summary>
    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    /// <summary>The arguments that can be replaced when it is started.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Environment variables; they win over those of the base.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The user it runs as, such as <c>1000:1000</c>; null for that of the base.</summary>
    public string? User { get; init; }

    /// <summary>The directory it starts in; null for that of the base or project.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Ports it listens on, such as <c>8080/tcp</c> or <c>8080</c>.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary>The signal that ends it, such as <c>SIGINT</c>; null for that of the base.</summary>
    public string? StopSignal { get; init; }
}
