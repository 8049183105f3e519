using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Sources;

/// <summary>Reads which image a compose service runs, and how it is built.</summary>
/// <param name="folder">The folder of the compose file.</param>
/// <param name="findings">What a person should know.</param>
internal sealed class ComposeImage(TreePath folder, Findings findings)
{
    private static readonly string[] s_unusedOfBuild = ["dockerfile_inline", "additional_contexts", "secrets", "ssh", "network", "cache_from"];

    /// <summary>The image; null where neither is said.</summary>
    public ImageDraft? Read(YamlNode service, string name)
    {
        var image = Named(ComposeText.Of(ComposeText.Find(service, "image")));
        if (ComposeText.Find(service, "build") is not { } build)
            return image;
        var context = build.IsMapping ? ComposeText.Of(ComposeText.Find(build, "context")) ?? "." : ComposeText.Of(build);
        if (context is null || context.Contains("://", StringComparison.Ordinal) || !folder.TryCombine(context, out var path))
        {
            Warn($"The sources of '{name}' are not in this repository.", "Describe its image in gitops.yaml by hand.", build);
            return image;
        }

        var dockerfile = ComposeText.Of(ComposeText.Find(build, "dockerfile")) ?? "Dockerfile";
        foreach (var key in s_unusedOfBuild)
        {
            if (ComposeText.Find(build, key) is { } unused)
                Warn($"'{key}' of the build is not carried over.", "Say it in gitops.yaml where it is needed.", unused);
        }

        return (image ?? new ImageDraft()) with
        {
            Context = path,
            Dockerfile = path.TryCombine(dockerfile, out var file) ? file : path.Combine("Dockerfile"),
            Target = ComposeText.Of(ComposeText.Find(build, "target")),
            Arguments = Arguments(ComposeText.Find(build, "args")),
        };
    }

    private List<KeyValuePair<string, string>> Arguments(YamlNode? node)
    {
        var arguments = new List<KeyValuePair<string, string>>();
        foreach (var (key, value, place) in ComposeVariables.Entries(node))
        {
            if (value is null)
                Warn($"The value of the argument '{key}' is not in the file.", "Give it to 'gitops build' with --build-arg.", place);
            else if (SecretGuess.IsOne(key, value))
                findings.Warn(InitCodes.SecretReferred, $"The argument '{key}' looks like a secret, and is not copied.", "Give secrets to a build with 'secrets' of the image.", place.Place);
            else
                arguments.Add(new(key, value));
        }

        return arguments;
    }

    private static ImageDraft? Named(string? text) => text is not null && ImageReference.TryParse(text, out var reference)
        ? new ImageDraft { Repository = reference.Name, Tag = reference.Tag == "latest" ? null : reference.Tag }
        : null;

    private void Warn(string message, string advice, YamlNode node) => findings.Warn(InitCodes.NotCarriedOver, message, advice, node.Place);
}
