using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>A patch of a kustomization.</summary>
/// <param name="Entry">Its entry in the kustomization.</param>
/// <param name="Target">What it is applied to; null for what it names itself.</param>
/// <param name="Text">The patch; null where it cannot be read.</param>
internal sealed record KustomizationPatch(YamlNode Entry, YamlNode? Target, YamlFile? Text)
{
    /// <summary>The documents that are parts of manifests; empty where nothing can be told of them.</summary>
    public IEnumerable<YamlNode> Merges => Text is { IsValid: true } ? Text.Documents.Select(root => root.Resolved).Where(root => root.IsMapping) : [];

    /// <summary>Whether a resource may have another name or namespace after it.</summary>
    public bool MayRename => KustomizationFile.Field(Entry, "options") is not null || Operations.Any(operation =>
        operation.Text("path") is { } path && (path is "/metadata" or "" || path.StartsWith("/metadata/name", StringComparison.Ordinal)));

    /// <summary>Whether it speaks of labels or annotations.</summary>
    public bool ChangesLabels => Text is null || Text.Content.Span.IndexOf("labels"u8) >= 0 || Text.Content.Span.IndexOf("annotations"u8) >= 0
        || Operations.Any(operation => operation.Text("path") == "/metadata");

    private IEnumerable<YamlNode> Operations => Text?.Documents.SelectMany(root => root.Resolved.Items).Select(item => item.Resolved) ?? [];

    /// <summary>The patches of a kustomization, in kustomize's order.</summary>
    public static IEnumerable<KustomizationPatch> In(Kustomization owner, LintedRepository repository)
    {
        foreach (var entry in KustomizationFile.Items(owner.Root, "patchesStrategicMerge").Where(entry => entry.IsScalar))
            yield return new KustomizationPatch(entry, Target: null, TextOf(entry, entry));
        foreach (var entry in KustomizationFile.Items(owner.Root, "patches").Concat(KustomizationFile.Items(owner.Root, "patchesJson6902")))
        {
            yield return entry.IsScalar
                ? new KustomizationPatch(entry, Target: null, TextOf(entry, entry))
                : new KustomizationPatch(entry, Value(entry, "target") is { IsMapping: true } target ? target : null, TextOf(Value(entry, "patch"), Value(entry, "path")));
        }

        YamlFile? TextOf(YamlNode? inline, YamlNode? path) =>
            inline is { IsScalar: true } text && text.TryParseNested() is { } nested ? nested
            : path is { IsScalar: true } name && NamedPath.Of(owner.Folder, name).Path is { } file ? repository.Find(file)?.Yaml
            : null;
    }

    /// <summary>The images it gives to containers.</summary>
    public IReadOnlyList<BuiltImage> Images() => Text is not { IsValid: true } text
        ? []
        : [.. Merges.SelectMany(BuiltImage.Below), .. JsonPatch.Images(text).Select(image => new BuiltImage(image.Value, image, Container: null))];

    /// <summary>Whether a document of it takes resources away.</summary>
    public static bool IsDelete(YamlNode merge) => merge.Text("$patch") == "delete";

    private static YamlNode? Value(YamlNode entry, string field) => KustomizationFile.Field(entry, field)?.Value.Resolved;
}
