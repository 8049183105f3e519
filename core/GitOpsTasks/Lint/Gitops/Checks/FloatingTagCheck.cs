using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Lint.Gitops.Builds;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// What runs is what the repository says: no image goes by a tag that its makers move. Images are looked at as agents get
/// them: past the <c>images:</c> and patches of every kustomization, and of what applies it. A digest pins whatever the tag.
/// </summary>
internal static partial class FloatingTagCheck
{
    private static readonly string[] s_floating =
        ["latest", "main", "master", "trunk", "head", "edge", "nightly", "stable", "snapshot", "dev", "develop", "development", "canary", "rolling", "current"];

    /// <summary>The tags that are moved.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        var overrides = Overrides(graph);
        var builds = graph.Roots.Select(root => (Build: graph.Builds.Of(root), Names: overrides[root.Folder].ToList(), Root: (Kustomization?)root))
            .Concat(graph.Manifests.Select(placed => placed.File.Path).Distinct().Where(path => !graph.Named.Contains(path))
                .Select(path => (graph.Builds.OfFile(path), overrides[path.Parent].ToList(), (Kustomization?)null)));
        var told = new HashSet<YamlNode>();
        foreach (var (build, names, root) in builds)
        {
            foreach (var image in build.Resources.SelectMany(resource => resource.Images))
            {
                if (Floats(image) && !names.Contains(image.Name) && !IsMarked(image) && told.Add(image.Node))
                    yield return Tell(image, root);
            }
        }
    }

    private static bool Floats(BuiltImage image) =>
        !image.IsReplaced && image.Digest is null && image.Name.Length > 0 && !TemplatedText.Is(image.Reference)
        && (image.Tag is not { Length: > 0 } tag || s_floating.Contains(tag, StringComparer.OrdinalIgnoreCase) || Major().IsMatch(tag));

    // Flux's automation writes the version into a line with a marker.
    private static bool IsMarked(BuiltImage image)
    {
        var rest = image.Node.File.Text.Span[image.Node.TextSpan.End..];
        var end = rest.IndexOf((byte)'\n');
        return (end < 0 ? rest : rest[..end]).IndexOf("$imagepolicy"u8) >= 0;
    }

    private static ILookup<TreePath, string> Overrides(RepositoryGraph graph)
    {
        var ofArgo = from application in graph.Argo
                     from source in application.Sources
                     where source.Path is not null
                     from image in source.Node["kustomize"]?["images"]?.Items ?? []
                     select (source.Path!.Value, Name: image.Resolved.IsScalar ? ImageName(image.Resolved.Value) : "");
        var ofFlux = from kustomization in graph.Flux.Kustomizations
                     where kustomization.Path is not null
                     from image in kustomization.Spec?["images"]?.Items ?? []
                     select (kustomization.Path!.Value, Name: image.Resolved.Text("name") ?? "");
        return ofArgo.Concat(ofFlux).ToLookup(pair => pair.Value, pair => pair.Name);
    }

    private static string ImageName(string text)
    {
        var (key, name, _, _) = UpdateArgument.Split(text);
        return key ?? name;
    }

    private static Diagnostic Tell(BuiltImage image, Kustomization? root) => GitopsRules.FloatingTag.At(
        image.Node,
        image.Tag is not { Length: > 0 } tag
            ? $"The image '{image.Name}' has no tag, which means latest{By(root)}."
            : Major().IsMatch(tag) ? $"The tag '{tag}' of '{image.Name}' moves with every release of that major version{By(root)}."
            : $"The tag '{tag}' of '{image.Name}' is moved to other images{By(root)}.",
        "Name a version, or add the digest: what runs should change by a commit alone.");

    private static string By(Kustomization? root) => root is null ? "" : $", as '{root.File.Path}' builds it";

    [GeneratedRegex(@"\Av?[0-9]{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Major();
}
