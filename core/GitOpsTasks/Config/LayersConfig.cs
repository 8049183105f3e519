namespace GitOpsTasks.Config;

/// <summary>The keys of an image that is built without a daemon.</summary>
public sealed record LayersConfig
{
    /// <summary>The image below; null for none.</summary>
    public string? Base { get; init; }

    /// <summary>A .NET project that is published into the image; null for none.</summary>
    public string? Project { get; init; }

    /// <summary>Folders and files that become layers.</summary>
    public IReadOnlyList<LayerConfig> Layers { get; init; } = [];

    /// <summary>The program and its first arguments.</summary>
    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    /// <summary>Arguments that a user may replace.</summary>
    public IReadOnlyList<string> Cmd { get; init; } = [];

    /// <summary>Environment variables, in the order written.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>The user it runs as, a number or a name; null for the base's own.</summary>
    public string? User { get; init; }

    /// <summary>The folder it starts in.</summary>
    public string? Workdir { get; init; }

    /// <summary>Ports it listens on, such as <c>8080</c> or <c>53/udp</c>.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary>The signal that ends it; null for the base's own.</summary>
    public string? StopSignal { get; init; }
}
