using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Layout;

/// <summary>What becomes of an overlay's kustomization: written once, then only extended, so that bumps and comments stay.</summary>
/// <param name="Change">The change; null where there is none.</param>
/// <param name="Diagnostics">What was noticed.</param>
internal sealed record OverlayKustomization(FileChange? Change, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Works out the change.</summary>
    /// <param name="overlay">What the spec wants.</param>
    /// <param name="file">The kustomization as it is; null where there is none.</param>
    /// <param name="gone">Names of files beside it that are not there, or will not be.</param>
    public static OverlayKustomization For(OverlayFiles overlay, TreeFile? file, Func<string, bool> gone)
    {
        if (file is null)
        {
            var content = YamlWriter.WriteFile(KustomizationManifest.Overlay(overlay));
            return new OverlayKustomization(
                new FileChange(overlay.Kustomization, content), overlay.Version is { Tag: null, Digest: null } ? [NoVersion(overlay)] : []);
        }

        var root = RootOf(file);
        var edited = Extend(root, overlay, gone);
        var change = edited.Span.SequenceEqual(file.Content.Span) ? null : new FileChange(file.Path, edited, file.Kind);
        return new OverlayKustomization(change, HasVersion(root, overlay.App.Image) ? [] : [NoVersion(overlay)]);
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

    // A file that is not there breaks every build: its entry goes whoever wrote it.
    private static ReadOnlyMemory<byte> Extend(YamlNode root, OverlayFiles overlay, Func<string, bool> gone)
    {
        var editor = new YamlEditor(root.File);
        if (overlay.App.Spec.Namespace is { } space && root["namespace"] is null)
            editor.InsertKey(root, "namespace", space);
        new KustomizationList(root, "resources").Update(
            editor,
            [.. overlay.ResourceNames.Select(name => (name, (YamlValue)name))],
            name => gone(name) || overlay.PatchNames.Contains(name),
            item => item.IsScalar ? item.Value.TrimEnd('/') : null);
        new KustomizationList(root, "configurations").Update(
            editor,
            overlay.Configuration is { } file ? [(file.Path.Name, file.Path.Name)] : [],
            gone,
            item => item.IsScalar ? item.Value : null);
        new KustomizationList(root, "configMapGenerator").Update(
            editor,
            [.. overlay.Generators.Select(item => (Written(item), (YamlValue)item))],
            written => IsOldGenerator(written, overlay),
            item => Written(NodeValue.Of(item)));
        new KustomizationList(root, "patches").Update(
            editor,
            [.. overlay.PatchNames.Select(name => (name, (YamlValue)KustomizationManifest.PatchEntry(name)))],
            name => gone(name) || overlay.Resources.Any(resource => resource.Path.Name == name),
            item => item.Text("path") is { } path && path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : item.Text("path"));
        return editor.Apply();
    }

    // Generated ConfigMaps are told by their names from those of people, and by all they say from what they should be.
    private static bool IsOldGenerator(string written, OverlayFiles overlay)
    {
        var name = overlay.App.Spec.Name;
        return (written.StartsWith($"name: {name}-config\n", StringComparison.Ordinal) || written.StartsWith($"name: {name}-files\n", StringComparison.Ordinal))
            && !overlay.Generators.Any(item => Written(item) == written);
    }

    private static string Written(YamlValue item) => Encoding.UTF8.GetString(YamlWriter.WriteFile(item));

    private static bool HasVersion(YamlNode root, string image) =>
        root["images"] is { } images && images.Items.Select(item => item.Resolved)
            .Any(item => item.Text("name") == image && (item.Text("newTag") ?? item.Text("digest")) is not null);

    private static Diagnostic NoVersion(OverlayFiles overlay) => Diagnostic.Warning(
        GenerateCodes.NoVersion,
        $"The overlay does not say which version of '{overlay.App.Image}' runs in '{overlay.Environment}'.",
        "Set it with 'gitops bump', in an item of 'images:' with this name.",
        new SourcePlace(overlay.Kustomization.Value, 1, 1));
}
