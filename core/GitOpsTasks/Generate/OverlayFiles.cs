using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate;

/// <summary>The files of one overlay.</summary>
internal sealed class OverlayFiles
{
    /// <summary>The files of an overlay as the spec wants them.</summary>
    public OverlayFiles(AppSpecFile app, TreePath @base, OverlayTarget target)
    {
        Spec = app.Spec;
        Target = target;
        Base = RelativePath(target.Path, @base);
        Kustomization = target.Path.Combine("kustomization.yaml");
        Patches =
        [
            new GeneratedFile(target.Path.Combine("configmap.yaml"), ConfigMapManifest.Patch(app, target.Environment)),
            new GeneratedFile(target.Path.Combine("deployment.yaml"), DeploymentManifest.Patch(app, target.Environment)),
        ];
    }

    /// <summary>The application.</summary>
    public AppSpec Spec { get; }

    /// <summary>The environment and its folder.</summary>
    public OverlayTarget Target { get; }

    /// <summary>The base's folder as the overlay names it.</summary>
    public string Base { get; }

    /// <summary>The kustomization, which belongs to bump and to people once it exists.</summary>
    public TreePath Kustomization { get; }

    /// <summary>The patches, wanted or not.</summary>
    public IReadOnlyList<GeneratedFile> Patches { get; }

    /// <summary>The names of the patches that are wanted.</summary>
    public IReadOnlyList<string> WantedPatches => [.. Patches.Where(file => file.Object is not null).Select(file => file.Path.Name)];

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
