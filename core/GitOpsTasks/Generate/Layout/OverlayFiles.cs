using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Layout;

/// <summary>The files of one kustomization that says which version runs: an overlay, or the folder of a migration.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="App">The application there.</param>
/// <param name="Version">The image with its first version.</param>
internal sealed record OverlayFiles(string Environment, TreePath Folder, Rendering App, ImageReference Version)
{
    /// <summary>The base's folder as the overlay names it; null where there is none.</summary>
    public string? Base { get; init; }

    /// <summary>Objects that are not in the base.</summary>
    public IReadOnlyList<GeneratedFile> Resources { get; init; } = [];

    /// <summary>Patches of objects that are in the base.</summary>
    public IReadOnlyList<GeneratedFile> Patches { get; init; } = [];

    /// <summary>Where else names of generated ConfigMaps stand; null for nowhere.</summary>
    public GeneratedFile? Configuration { get; init; }

    /// <summary>The ConfigMaps that kustomize makes.</summary>
    public IReadOnlyList<YamlMap> Generators { get; init; } = [];

    /// <summary>The kustomization, which belongs to bump and to people once it exists.</summary>
    public TreePath Kustomization => Folder.Combine("kustomization.yaml");

    /// <summary>The items of <c>resources</c>.</summary>
    public IEnumerable<string> ResourceNames => [.. Base is null ? (string[])[] : [Base], .. Resources.Select(file => file.Path.Name)];

    /// <summary>The images that its manifests name, each as they do, with the version they begin with: the application's, then others.</summary>
    public IEnumerable<(string Name, ImageReference First)> Images => OtherImages.Select(image => (image.Name, image)).Prepend((App.Image, Version));

    /// <summary>The images of containers beside the application's; those of the base too where the environment is without them.</summary>
    public IReadOnlyList<ImageReference> OtherImages { get; init; } = [];

    /// <summary>The files of patches.</summary>
    public IEnumerable<string> PatchNames => Patches.Select(file => file.Path.Name);

    /// <summary>All files but the kustomization.</summary>
    public IEnumerable<GeneratedFile> Files => Configuration is null ? [.. Resources, .. Patches] : [.. Resources, .. Patches, Configuration];

    /// <summary>The overlay of a base.</summary>
    /// <param name="app">The spec.</param>
    /// <param name="base">The base's objects, by identity.</param>
    /// <param name="baseFolder">The base's folder.</param>
    /// <param name="target">The environment and its folder.</param>
    public static OverlayFiles Of(AppSpecFile app, IReadOnlyDictionary<string, AppObject> @base, TreePath baseFolder, OverlayTarget target)
    {
        var rendering = RenderingOf(app, target.Environment);
        var objects = AppObjects.Of(rendering);
        return new OverlayFiles(target.Environment, target.Path, rendering, VersionOf(app, rendering.Spec))
        {
            Base = RelativePath(target.Path, baseFolder),
            Resources = [.. objects.Where(one => !@base.ContainsKey(one.Identity)).Select(one => new GeneratedFile(target.Path.Combine(one.File), one.Manifest))],
            Patches = [.. Patched(@base, objects).Select(patch => new GeneratedFile(target.Path.Combine(patch.File), patch.Manifest))],
            Configuration = ConfigMapGenerator.NameReferences(rendering) is { } references
                ? new GeneratedFile(target.Path.Combine(ConfigMapGenerator.Configuration), references)
                : null,
            Generators = ConfigMapGenerator.Items(rendering),
            OtherImages =
            [
                .. rendering.Spec.Beside.Images.Concat(app.Spec.Beside.Images).DistinctBy(image => image.Name)
                    .Where(image => image.Name != rendering.Spec.Image.Name && image.Name != rendering.Image),
            ],
        };
    }

    /// <summary>The folder of a migration that Flux applies before.</summary>
    public static OverlayFiles? OfMigration(AppSpecFile app, OverlayTarget target)
    {
        var rendering = RenderingOf(app, target.Environment);
        if (rendering.Spec.Migration is not { Order: Spec.MigrationOrder.DependsOn } || MigrationJob.Of(rendering) is not { } job)
            return null;
        var folder = target.Path.Combine(AppFiles.MigrationFolder);
        return new OverlayFiles(target.Environment, folder, rendering, VersionOf(app, rendering.Spec))
        {
            Resources = [new GeneratedFile(folder.Combine("job.yaml"), job)],
        };
    }

    private static Rendering RenderingOf(AppSpecFile app, string environment) => new(app.In(environment), app.Spec.Image.Name, IsWhole: false);

    private static IEnumerable<AppObject> Patched(IReadOnlyDictionary<string, AppObject> @base, IEnumerable<AppObject> objects)
    {
        foreach (var one in objects)
        {
            if (@base.TryGetValue(one.Identity, out var from) && StrategicPatch.Between(from, one) is { } patch)
                yield return one with { Manifest = patch };
        }
    }

    // An environment that names another registry alone runs the version of all.
    private static ImageReference VersionOf(AppSpecFile app, AppSpec spec) =>
        spec.Image is { Tag: null, Digest: null } ? app.Spec.Image with { Name = spec.Image.Name } : spec.Image;

    private static string RelativePath(TreePath from, TreePath to)
    {
        var a = from.Value.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var b = to.Value.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var shared = 0;
        while (shared < a.Length && shared < b.Length && a[shared] == b[shared])
            shared++;
        return string.Join('/', Enumerable.Repeat("..", a.Length - shared).Concat(b[shared..]));
    }
}
