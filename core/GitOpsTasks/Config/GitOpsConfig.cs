namespace GitOpsTasks.Config;

/// <summary>What <c>gitops.yaml</c> says. Relative paths in it are as written; see <see cref="Resolve"/>.</summary>
public sealed record GitOpsConfig
{
    /// <summary>The version this reads.</summary>
    public const string ApiVersion = "gitops-tasks/v1";

    /// <summary>Absolute folder of the file: what relative paths in it are resolved against. Empty where it was read from bytes.</summary>
    public string Directory { get; init; } = "";

    /// <summary>Where the configuration repository is.</summary>
    public ConfigLocation Config { get; init; } = new();

    /// <summary>The images that are built, by name, in the order written.</summary>
    public IReadOnlyDictionary<string, ImageConfig> Images { get; init; } = new OrderedDictionary<string, ImageConfig>();

    /// <summary>The applications, by name, in the order written.</summary>
    public IReadOnlyDictionary<string, AppConfig> Apps { get; init; } = new OrderedDictionary<string, AppConfig>();

    /// <summary>The environments, in the order written; each name once.</summary>
    public IReadOnlyList<EnvironmentConfig> Environments { get; init; } = [];

    /// <summary>How configuration is checked.</summary>
    public LintConfig Lint { get; init; } = new();

    /// <summary>What is told of environments.</summary>
    public StatusConfig Status { get; init; } = new();

    /// <summary>The environment with a name; null where there is none.</summary>
    public EnvironmentConfig? Environment(string name) =>
        Environments.FirstOrDefault(environment => environment.Name == name);

    /// <summary>
    /// The folder of an application in an environment, from the root of the configuration repository: the environment's path
    /// with <c>{app}</c> replaced, or <c>overlays/ENVIRONMENT</c> below the application's folder.
    /// </summary>
    public string EnvironmentPath(EnvironmentConfig environment, string app) =>
        environment.Path is { } path
            ? path.Replace("{app}", app, StringComparison.Ordinal)
            : $"{AppPath(app)}/overlays/{environment.Name}";

    /// <summary>The folder of an application, from the root of the configuration repository: <c>apps/NAME</c> where nothing else is said.</summary>
    public string AppPath(string app) => Apps.GetValueOrDefault(app)?.Path ?? $"apps/{app}";

    /// <summary>An absolute path from one in the file.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Directory);
}
