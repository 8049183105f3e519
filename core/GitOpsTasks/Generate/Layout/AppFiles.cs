using GitOpsTasks.Generate.Agents;
using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Generate.Workloads;

namespace GitOpsTasks.Generate.Layout;

/// <summary>Every file that an application's manifests are made of.</summary>
internal sealed class AppFiles
{
    /// <summary>The folder, in an overlay's, of a migration that Flux applies before.</summary>
    public const string MigrationFolder = "migration";

    /// <summary>The files of an application as its spec wants them.</summary>
    public AppFiles(AppSpecFile app, GenerateTarget target)
    {
        var agent = AgentFiles.Of(app, target);
        if (app.Spec.Layout == OutputLayout.Flat)
        {
            Overlays = [];
            Desired = [.. target.Overlays.SelectMany(overlay => Whole(app, overlay)).Concat(agent).OrderBy(file => file.Path)];
            return;
        }

        var @base = BaseOf(app);
        Overlays =
        [
            .. target.Overlays.Select(overlay => OverlayFiles.Of(app, @base, target.Base, overlay)),
            .. target.Overlays.Select(overlay => OverlayFiles.OfMigration(app, overlay)).OfType<OverlayFiles>(),
        ];
        IEnumerable<GeneratedFile> all =
        [
            .. @base.Values.Select(one => new GeneratedFile(target.Base.Combine(one.File), one.Manifest)),
            new GeneratedFile(target.Base.Combine("kustomization.yaml"), KustomizationManifest.Base(@base.Values.Select(one => one.File))),
            .. Overlays.SelectMany(overlay => overlay.Files),
            .. Overlays.Select(OverlayKustomization.For),
            .. agent,
        ];
        Desired = [.. all.OrderBy(file => file.Path)];
    }

    /// <summary>The kustomizations that say which version runs.</summary>
    public IReadOnlyList<OverlayFiles> Overlays { get; }

    /// <summary>The whole desired state: what a first run writes.</summary>
    public IReadOnlyList<GeneratedFile> Desired { get; }

    // What every environment has; what some do not have is theirs.
    private static OrderedDictionary<string, AppObject> BaseOf(AppSpecFile app)
    {
        var objects = AppObjects.Of(new Rendering(WithoutReplicas(app), app.Spec.Image.Name, IsWhole: false));
        var environments = app.Environments.Values
            .Select(variant => AppObjects.Of(new Rendering(variant, app.Spec.Image.Name, IsWhole: false)).Select(one => one.Identity).ToHashSet(StringComparer.Ordinal))
            .ToList();
        return new OrderedDictionary<string, AppObject>(
            objects.Where(one => environments.TrueForAll(others => others.Contains(one.Identity))).Select(one => KeyValuePair.Create(one.Identity, one)),
            StringComparer.Ordinal);
    }

    // A number in the base stands beside the autoscaler of an environment, whatever a patch says: the others say their own.
    private static AppVariant WithoutReplicas(AppSpecFile app) =>
        app.Environments.Values.Any(variant => variant.Spec.Autoscaling is not null || variant.Spec.Flagger is not null)
            ? app.Base with { Spec = app.Spec with { Replicas = null } }
            : app.Base;

    private static IEnumerable<GeneratedFile> Whole(AppSpecFile app, OverlayTarget overlay)
    {
        var variant = app.In(overlay.Environment);
        var image = variant.Spec.Image is { Tag: null, Digest: null } ? app.Spec.Image with { Name = variant.Spec.Image.Name } : variant.Spec.Image;
        var rendering = new Rendering(variant, image.ToString(), IsWhole: true);
        foreach (var one in AppObjects.Of(rendering))
            yield return new GeneratedFile(overlay.Path.Combine(one.File), one.Manifest);
        if (variant.Spec.Migration is { Order: MigrationOrder.DependsOn } && MigrationJob.Of(rendering) is { } job)
            yield return new GeneratedFile(overlay.Path.Combine(MigrationFolder).Combine("job.yaml"), job);
    }
}
