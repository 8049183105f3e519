using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate;

/// <summary>Every file that an application's manifests are made of, wanted or to be removed.</summary>
internal sealed class AppFiles
{
    /// <summary>The files of an application as its spec wants them.</summary>
    public AppFiles(AppSpecFile app, GenerateTarget target)
    {
        List<GeneratedFile> objects =
        [
            new(target.Base.Combine("configmap.yaml"), ConfigMapManifest.Base(app)),
            new(target.Base.Combine("deployment.yaml"), DeploymentManifest.Base(app)),
            new(target.Base.Combine("service.yaml"), ServiceManifest.Base(app.Spec)),
        ];
        var names = objects.Where(file => file.Object is not null).Select(file => file.Path.Name);
        Overlays = [.. target.Overlays.Select(overlay => new OverlayFiles(app, target.Base, overlay))];
        Generated =
        [
            .. objects,
            new GeneratedFile(target.Base.Combine("kustomization.yaml"), KustomizationManifest.Base(names)),
            .. Overlays.SelectMany(overlay => overlay.Patches),
        ];
    }

    /// <summary>The overlays.</summary>
    public IReadOnlyList<OverlayFiles> Overlays { get; }

    /// <summary>The files that only this task writes first.</summary>
    public IReadOnlyList<GeneratedFile> Generated { get; }

    /// <summary>The files that exist once the edit was taken, kustomizations of overlays among them.</summary>
    public IEnumerable<TreePath> Wanted =>
        Generated.Where(file => file.Object is not null).Select(file => file.Path).Concat(Overlays.Select(overlay => overlay.Kustomization));
}
