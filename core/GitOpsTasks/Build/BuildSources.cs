using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>Whether the files an image is built from are there, so far as it can be told without building.</summary>
internal static class BuildSources
{
    /// <summary>Does nothing where they are.</summary>
    /// <exception cref="TaskFailedException">GOT1004: one is not.</exception>
    public static void Check(ImageSpec spec, BuilderKind builder, EngineContext context)
    {
        if (spec.Attach.FirstOrDefault(file => !File.Exists(context.Resolve(file.Path))) is { } missing)
            throw Missing(context.Resolve(missing.Path), $"it is to be attached to the image '{spec.Name}'", "Make it first, or correct 'attach'.");
        if (builder == BuilderKind.Layers)
            return;
        var folder = context.Resolve(spec.Context);
        if (!Directory.Exists(folder))
            throw Missing(folder, "an image is to be built from it", "Correct 'context' of the image.");
        var file = Path.GetFullPath(spec.Dockerfile.Path, folder);
        if (!File.Exists(file))
            throw Missing(file, "an image is to be built from it", "Correct 'context' or 'dockerfile' of the image, or build it from layers.");
    }

    private static TaskFailedException Missing(string path, string why, string advice) =>
        TaskFailedException.Usage(UsageCodes.PathNotFound, $"'{path}' does not exist; {why}.", advice);
}
