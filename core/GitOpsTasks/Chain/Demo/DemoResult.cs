namespace GitOpsTasks.Chain.Demo;

/// <summary>What the demo made and how its chain went.</summary>
/// <param name="Folder">Absolute path of the demo.</param>
/// <param name="Run">How the chain went.</param>
public sealed record DemoResult(string Folder, RunResult Run)
{
    /// <summary>The application: sources, spec and <c>gitops.yaml</c>.</summary>
    public string App { get; init; } = Path.Join(Folder, "app");

    /// <summary>The configuration repository, bare.</summary>
    public string Configuration { get; init; } = Path.Join(Folder, "config.git");

    /// <summary>The image, an OCI layout.</summary>
    public string Image { get; init; } = Path.Join(Folder, "images", "web");
}
