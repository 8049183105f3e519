using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Layout;

/// <summary>The kustomization of an overlay: what is wanted of it, and whether it says which version runs.</summary>
internal static class OverlayKustomization
{
    /// <summary>The file that is wanted.</summary>
    public static GeneratedFile For(OverlayFiles overlay) => new(overlay.Kustomization, KustomizationManifest.Overlay(overlay)) { IsShared = true };

    /// <summary>A warning for each overlay that names no version of an image.</summary>
    /// <param name="overlays">The overlays.</param>
    /// <param name="after">The files as they come to be.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async ValueTask<IReadOnlyList<Diagnostic>> WithoutVersionAsync(
        IReadOnlyList<OverlayFiles> overlays, IConfigTree after, CancellationToken cancellationToken)
    {
        var files = await after.ReadAsync([.. overlays.Select(overlay => overlay.Kustomization)], cancellationToken);
        return
        [
            .. from overlay in overlays
               where files.ContainsKey(overlay.Kustomization)
               from image in overlay.Images
               where !HasVersion(files[overlay.Kustomization], image.Name)
               select NoVersion(overlay, image.Name),
        ];
    }

    private static bool HasVersion(TreeFile file, string image) =>
        YamlFile.Parse(file.Content, file.Path.Value).Documents is [{ IsMapping: true } root] && root["images"] is { } images
        && images.Items.Select(item => item.Resolved).Any(item => item.Text("name") == image && (item.Text("newTag") ?? item.Text("digest")) is not null);

    private static Diagnostic NoVersion(OverlayFiles overlay, string image) => Diagnostic.Warning(
        GenerateCodes.NoVersion,
        $"The overlay does not say which version of '{image}' runs in '{overlay.Environment}'.",
        "Set it with 'gitops bump', in an item of 'images:' with this name.",
        new SourcePlace(overlay.Kustomization.Value, 1, 1));
}
