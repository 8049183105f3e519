using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>
/// Follows kustomize through the kustomizations of a repository: each is built once, whoever uses it, and components once
/// for each that uses them. In kustomize's order: resources, components, generators, patches, names, images, replacements.
/// </summary>
internal sealed class KustomizeBuilds(LintedRepository repository, IReadOnlyDictionary<TreePath, Kustomization> byFolder)
{
    // Deeper than anyone builds, and shallower than the stack.
    private const int MaxDepth = 100;

    // Components of components of components multiply.
    private const int MaxComponents = 200_000;

    private static readonly string[] s_generators = ["configMapGenerator", "secretGenerator"];

    private readonly Dictionary<Kustomization, BuildResult> _built = [];
    private readonly HashSet<Kustomization> _open = [];
    private readonly Lazy<IReadOnlyDictionary<TreePath, BuildResult>> _files = new(() => Read(repository));
    private int _components;

    /// <summary>What is wrong with the builds so far.</summary>
    public BuildFindings Findings { get; } = new();

    /// <summary>Builds all that are built for themselves, and not only as components of others.</summary>
    public void BuildAll()
    {
        foreach (var kustomization in byFolder.Values.Where(kustomization => !kustomization.IsComponent))
            Build(kustomization);
    }

    /// <summary>What a kustomization has come to; unknown for one that was not built.</summary>
    public BuildResult Of(Kustomization kustomization) => _built.GetValueOrDefault(kustomization) ?? BuildResult.Unknown;

    /// <summary>The resources of a file, as they are written in it; unknown where it was not read.</summary>
    public BuildResult OfFile(TreePath path) => _files.Value.GetValueOrDefault(path) ?? BuildResult.Unknown;

    private BuildResult Build(Kustomization kustomization)
    {
        if (_built.TryGetValue(kustomization, out var build))
            return build;
        if (_open.Count >= MaxDepth || !_open.Add(kustomization))
            return BuildResult.Unknown;
        build = Make(kustomization, new BuildResult([]));
        _open.Remove(kustomization);
        return _built[kustomization] = build;
    }

    private static Dictionary<TreePath, BuildResult> Read(LintedRepository repository)
    {
        var builds = new BuildResult[repository.Manifests.Count];
        Parallel.For(0, builds.Length, index =>
        {
            var (file, all) = (repository.Manifests[index].File, repository.Manifests[index].All);
            var resources = all.Select(BuiltResource.Of).OfType<BuiltResource>().ToList();
            builds[index] = new BuildResult(resources) { IsOpen = !IsKnown(file.Yaml) || resources.Count < all.Count };
        });
        return repository.Manifests.Zip(builds).ToDictionary(pair => pair.First.File.Path, pair => pair.Second);
    }

    // A file without documents is still to be filled, as those of Flux's bootstrap are in a template of a repository; a
    // mapping without a kind may take it in from an anchor.
    private static bool IsKnown(YamlFile file) =>
        file.IsValid && file.Documents.Count > 0 && file.Documents.All(root => !root.Resolved.IsMapping || (root.Resolved.Text("kind") is not null && root.Resolved.Text("apiVersion") is not null));

    private BuildResult Make(Kustomization kustomization, BuildResult inherited)
    {
        var build = new BuildInProgress(kustomization, inherited, Findings);
        foreach (var reference in kustomization.Resources)
            build.Add(OfReference(reference), reference);
        foreach (var generated in Generated(kustomization))
            build.Add(generated);
        build.IsOpen |= kustomization.MakesResources;
        foreach (var component in kustomization.Components)
            build.Continue(Use(component, build.Result));
        PatchStep.Run(build, repository);
        NameStep.Run(build);
        ImageStep.Run(build);
        ReplacementStep.Run(build, repository);
        build.IsOpen |= kustomization.HasTransformers;
        build.ChangesLabels |= kustomization.AddsLabels;
        return build.Result;
    }

    private BuildResult OfReference(NamedPath reference)
    {
        if (reference.Path is not { } path)
            return BuildResult.Unknown;
        return byFolder.TryGetValue(path, out var kustomization) ? Build(kustomization) : OfFile(path);
    }

    private BuildResult Use(NamedPath reference, BuildResult build)
    {
        if (reference.Path is not { } path || !byFolder.TryGetValue(path, out var component)
            || _open.Count >= MaxDepth || ++_components > MaxComponents || !_open.Add(component))
            return build with { IsOpen = true };
        var made = Make(component, build);
        _open.Remove(component);
        return made;
    }

    private static IEnumerable<BuiltResource> Generated(Kustomization kustomization) =>
        from field in s_generators
        from entry in KustomizationFile.Items(kustomization.Root, field)
        where entry.IsMapping && KustomizationFile.FieldText(entry, "behavior") is not ("merge" or "replace")
        let name = KustomizationFile.FieldText(entry, "name")
        where name is { Length: > 0 }
        let kind = new KindName("v1", field == s_generators[0] ? "ConfigMap" : "Secret")
        select new BuiltResource(new Manifest(entry, kind), name, KustomizationFile.FieldText(entry, "namespace") ?? "") { IsGenerated = true };
}
