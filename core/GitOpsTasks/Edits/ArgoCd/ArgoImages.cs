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
        return applications.Concat(overrides).SelectMany(InSources);
    }

    /// <summary>Whether a file overrides the source of an application, by its name.</summary>
    public static bool IsOverride(string path)
    {
        var name = Path.GetFileName(path);
        return name == ".argocd-source.yaml" || (name.StartsWith(".argocd-source-", StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal));
    }

    private static IEnumerable<ImageSite> InSources(YamlNode root)
    {
        for (var index = root.Index; index < root.NextIndex; index++)
        {
            var source = new YamlNode(root.File, index);
            if (!source.IsMapping)
                continue;
            foreach (var image in source["kustomize"]?["images"]?.Items ?? [])
            {
                if (ArgoKustomizeImageSite.In(image.Resolved) is { } site)
                    yield return site;
            }

            if (source["helm"] is not { IsMapping: true } helm)
                continue;
            foreach (var site in InHelm(helm, root))
                yield return site;
            index = Math.Max(index, helm["valuesObject"] is { } values && values.Index > index ? values.NextIndex - 1 : index);
        }
    }

    private static IEnumerable<ImageSite> InHelm(YamlNode helm, YamlNode application)
    {
        if (helm["parameters"] is { IsSequence: true } parameters)
        {
            foreach (var site in HelmParameters.In(parameters, ValuesOf(helm), UpdaterAnnotations.Of(application)))
                yield return site;
        }

        foreach (var site in (helm["valuesObject"] is { IsMapping: true } values ? ImageFields.InValues(values) : []).Concat(NestedValues.In(helm["values"])))
            yield return site;
    }

    private static IReadOnlyList<YamlNode> ValuesOf(YamlNode helm)
    {
        var nested = helm["values"] is { IsScalar: true } text && text.TryParseNested() is { IsValid: true } inner ? inner.Documents : [];
        return [.. new[] { helm["valuesObject"] }.OfType<YamlNode>().Concat(nested)];
    }
}
