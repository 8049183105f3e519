using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>What becomes of an overlay's kustomization: written once, then only extended, so that bumps and comments stay.</summary>
/// <param name="Change">The change; null where there is none.</param>
/// <param name="Diagnostics">What was noticed.</param>
internal sealed record OverlayKustomization(FileChange? Change, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Works out the change.</summary>
    /// <param name="overlay">What the spec wants.</param>
    /// <param name="current">The files of the overlay as they are.</param>
    public static OverlayKustomization For(OverlayFiles overlay, IReadOnlyDictionary<TreePath, TreeFile> current)
    {
        if (!current.TryGetValue(overlay.Kustomization, out var file))
        {
            var content = YamlWriter.WriteFile(KustomizationManifest.Overlay(overlay.Spec, overlay.Base, overlay.WantedPatches));
            return new OverlayKustomization(
                new FileChange(overlay.Kustomization, content), overlay.Spec.Image is { Tag: null, Digest: null } ? [NoVersion(overlay)] : []);
        }

        var root = RootOf(file);
        var edited = Extend(root, overlay, current);
        var change = edited.Span.SequenceEqual(file.Content.Span) ? null : new FileChange(file.Path, edited, file.Kind);
        return new OverlayKustomization(change, HasVersion(root, overlay.Spec) ? [] : [NoVersion(overlay)]);
    }

    private static YamlNode RootOf(TreeFile file)
    {
        var yaml = YamlFile.Parse(file.Content, file.Path.Value);
        if (!yaml.IsValid)
            throw new TaskFailedException(ExitCode.Findings, yaml.Diagnostics);
        return yaml.Documents is [{ IsMapping: true } root]
            ? root
            : throw TaskFailedException.Findings(
                GenerateCodes.KustomizationUnclear,
                "This is not a kustomization.",
                "Make it one mapping, or remove the file to have it written.",
                new SourcePlace(file.Path.Value, 1, 1));
    }

    private static ReadOnlyMemory<byte> Extend(
        YamlNode root, OverlayFiles overlay, IReadOnlyDictionary<TreePath, TreeFile> current)
    {
        var editor = new YamlEditor(root.File);
        new KustomizationList(root, "resources").Update(
            editor, [(overlay.Base, overlay.Base)], [], item => item.IsScalar ? item.Value.TrimEnd('/') : null);
        var patches = overlay.WantedPatches.Select(name => (name, (YamlValue)KustomizationManifest.PatchEntry(name))).ToList();
        var obsolete = overlay.Patches.Where(file => file.Object is null && IsOursOrGone(file, current)).Select(file => file.Path.Name);
        new KustomizationList(root, "patches").Update(
            editor, patches, [.. obsolete], item => item.Text("path") is { } path && path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : item.Text("path"));
        return editor.Apply();
    }

    // A patch without its file breaks every build: it goes whoever wrote it.
    private static bool IsOursOrGone(GeneratedFile file, IReadOnlyDictionary<TreePath, TreeFile> current) =>
        !current.TryGetValue(file.Path, out var there) || GeneratedFile.IsOurs(there);

    private static bool HasVersion(YamlNode root, AppSpec spec) =>
        root["images"] is { } images && images.Items.Select(item => item.Resolved)
            .Any(item => item.Text("name") == spec.Image.Name && (item.Text("newTag") ?? item.Text("digest")) is not null);

    private static Diagnostic NoVersion(OverlayFiles overlay) => Diagnostic.Warning(
        GenerateCodes.NoVersion,
        $"The overlay does not say which version of '{overlay.Spec.Image.Name}' runs in '{overlay.Target.Environment}'.",
        "Set it with 'gitops bump', in an item of 'images:' with this name.",
        new SourcePlace(overlay.Kustomization.Value, 1, 1));
}
