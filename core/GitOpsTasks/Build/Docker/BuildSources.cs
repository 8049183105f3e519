using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>The folder and the Dockerfile an image is built from: both there, and both inside the repository.</summary>
/// <param name="Folder">Absolute path of the context.</param>
/// <param name="Dockerfile">Absolute path of the Dockerfile.</param>
/// <param name="Shown">The Dockerfile as it is shown in diagnostics.</param>
internal sealed record BuildSources(string Folder, string Dockerfile, string Shown)
{
    /// <summary>Whether a context is an address that only BuildKit fetches, such as that of a git repository.</summary>
    public static bool IsRemote(string context) =>
        context.Contains("://", StringComparison.Ordinal) || context.StartsWith("git@", StringComparison.Ordinal)
        || context.StartsWith("github.com/", StringComparison.Ordinal);

    /// <summary>Finds and checks them.</summary>
    /// <exception cref="TaskFailedException">GOT1004: one does not exist; GOT5019: one is outside; GOT5002: the context is not a folder.</exception>
    public static BuildSources Find(ImageSpec spec, EngineContext context)
    {
        if (IsRemote(spec.Context))
        {
            throw TaskFailedException.Usage(
                BuildCodes.SpecInvalid,
                $"The context of the image '{spec.Name}' is an address, which the Docker Engine is not sent over its API.",
                "Use 'builder: buildx' for it, or check the sources out.");
        }

        var confinement = new Confinement(spec, context);
        var folder = confinement.Check(context.Resolve(spec.Context), "context");
        var dockerfile = Path.GetFullPath(spec.Dockerfile.Path, folder);
        var sources = new BuildSources(folder, dockerfile, Show(dockerfile, context));
        if (!Directory.Exists(folder))
            throw Missing(spec, folder, File.Exists(folder) ? "is a file; a context is a folder" : "does not exist", null);
        confinement.Check(dockerfile, "dockerfile");
        if (!File.Exists(dockerfile))
            throw Missing(spec, sources.Shown, Directory.Exists(dockerfile) ? "is a folder, not a Dockerfile" : "does not exist", new SourcePlace(sources.Shown));
        return sources;
    }

    private static string Show(string path, EngineContext context)
    {
        var relative = Path.GetRelativePath(context.Directory, path).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) ? path : relative;
    }

    private static TaskFailedException Missing(ImageSpec spec, string path, string what, SourcePlace? place) => TaskFailedException.Usage(
        UsageCodes.PathNotFound,
        $"'{path}' {what}; the image '{spec.Name}' is to be built from it.",
        "Correct 'context' or 'dockerfile' of the image.",
        place);
}
