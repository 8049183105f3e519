using GitOpsTasks.Images;

namespace GitOpsTasks.Generate.Spec;

/// <summary>A container beside that of the application, in the same pods.</summary>
public sealed record AppContainer
{
    /// <summary>The image with its first version; null for that of the application.</summary>
    public ImageReference? Image { get; init; }

    /// <summary>The program; empty for the image's own entrypoint.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Arguments; empty for the image's own.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>Environment variables of its own.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>Whether it has the variables and secrets of the application as well.</summary>
    public bool ShareEnv { get; init; }

    /// <summary>The TCP port it listens on, which is probed; null for none.</summary>
    public int? Port { get; init; }

    /// <summary>Where it has volumes of the application, by their names.</summary>
    public IReadOnlyDictionary<string, string> Mounts { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>What it needs.</summary>
    public AppResources Resources { get; init; } = AppResources.Default;

    /// <summary>Number of the user; null for that of the pod.</summary>
    public int? User { get; init; }

    /// <summary>Whether the image's files are read-only, with a writable <c>/tmp</c> beside them.</summary>
    public bool ReadOnlyRoot { get; init; } = true;
}
