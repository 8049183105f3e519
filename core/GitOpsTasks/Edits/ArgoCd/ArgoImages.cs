using GitOpsTasks.Edits.Helm;
using GitOpsTasks.Edits.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.ArgoCd;

/// <summary>
/// The images that Argo CD's applications set for what they deploy, in every source, generator and template, and in the
/// files <c>.argocd-source.yaml</c> and <c>.argocd-source-APP.yaml</c> that override a source.
/// </summary>
public sealed class ArgoImages : IImageTarget
{
    /// <inheritdoc />
    public IEnumerable<ImageSite> Find(YamlFile file)
    {
        var applications = ManifestObject.Of(file, "argoproj.io", "Application", "ApplicationSet");
        var overrides = IsOverride(file.Path) ? file.Documents.Where(document => document.IsMapping) : [];
        var seen = new HashSet<YamlNode>();
        return applications.Concat(overrides).SelectMany(root => InSources(root, seen));
    }

    /// <summary>Whether a file overrides the source of an application, by its name.</summary>
    public static bool IsOverride(string path)
    {
        var name = Path.GetFileName(path);
        return name == ".argocd-source.yaml" || (name.StartsWith(".argocd-source-", StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal));
    }

    // Sources share lists and texts by aliases: what was seen is not found again.
    private static IEnumerable<ImageSite> InSources(YamlNode root, HashSet<YamlNode> seen)
    {
        for (var index = root.Index; index < root.NextIndex; index++)
        {
            var source = new YamlNode(root.File, index);
            if (!source.IsMapping)
                continue;
            var images = source["kustomize"]?["images"] is { } list && seen.Add(list) ? list.Items : [];
            foreach (var image in images.Select(item => item.Resolved).Where(seen.Add))
            {
                if (ArgoKustomizeImageSite.In(image) is { } site)
                    yield return site;
            }

            if (source["helm"] is not { IsMapping: true } helm)
                continue;
            foreach (var site in InHelm(helm, root, seen))
                yield return site;
            index = Math.Max(index, helm["valuesObject"] is { } values && values.Index > index ? values.NextIndex - 1 : index);
        }
    }

    private static IEnumerable<ImageSite> InHelm(YamlNode helm, YamlNode application, HashSet<YamlNode> seen)
    {
        YamlNode? Unseen(string key) => helm[key] is { } node && seen.Add(node) ? node : null;
        var parameters = Unseen("parameters") is { IsSequence: true } list ? HelmParameters.In(list, ValuesOf(helm), UpdaterAnnotations.Of(application)) : [];
        var values = Unseen("valuesObject") is { IsMapping: true } mapping ? ImageFields.InValues(mapping) : [];
        return parameters.Concat(values).Concat(NestedValues.In(Unseen("values")));
    }

    private static IReadOnlyList<YamlNode> ValuesOf(YamlNode helm)
    {
        var nested = helm["values"] is { IsScalar: true } text && text.TryParseNested() is { IsValid: true } inner ? inner.Documents : [];
        return [.. new[] { helm["valuesObject"] }.OfType<YamlNode>().Concat(nested)];
    }
}
