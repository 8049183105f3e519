using GitOpsTasks.Images;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>An image of a container as it is built so far.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Node">The scalar that last said which version it has.</param>
/// <param name="Container">The name of the container; null where it is not known.</param>
internal sealed record BuiltImage(string Reference, YamlNode Node, string? Container)
{
    private static readonly string[] s_lists = ["containers", "initContainers"];

    /// <summary>Whether something that is not followed gives it another value.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>The name.</summary>
    public string Name => UpdateArgument.Split("=" + Reference).Name;

    /// <summary>The tag; null where it has none.</summary>
    public string? Tag => UpdateArgument.Split("=" + Reference).Tag;

    /// <summary>The digest; null where it has none.</summary>
    public string? Digest => UpdateArgument.Split("=" + Reference).Digest;

    /// <summary>The images below a node, where kustomize looks for them: in containers and initContainers at any depth.</summary>
    public static IReadOnlyList<BuiltImage> Below(YamlNode root)
    {
        List<BuiltImage>? found = null;
        for (var index = root.Index; index < root.NextIndex; index++)
        {
            var key = new YamlNode(root.File, index);
            if (!IsList(key) || key.Parent is not { IsMapping: true } || key.NextIndex >= root.NextIndex)
                continue;
            foreach (var container in new YamlNode(root.File, key.NextIndex).Resolved.Items.Select(item => item.Resolved))
            {
                if (container.Text("image") is { Length: > 0 } reference)
                    (found ??= []).Add(new BuiltImage(reference, container["image"]!.Value, container.Text("name")));
            }
        }

        return found ?? (IReadOnlyList<BuiltImage>)[];
    }

    /// <summary>The images of a manifest.</summary>
    public static IReadOnlyList<BuiltImage> Of(Manifest manifest) => manifest.Kind.Kind == "CustomResourceDefinition" ? [] : Below(manifest.Root);

    private static bool IsList(YamlNode key) => key.ValueIs(s_lists[0]) || key.ValueIs(s_lists[1]);
}
