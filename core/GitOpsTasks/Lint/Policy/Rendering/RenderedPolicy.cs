using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Policy.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Rendering;

/// <summary>
/// What is wrong with what kustomize makes of a repository, told where a person edits it. Manifests that were rendered are
/// judged by what is absent after rendering: a patch, or a component, may have added it.
/// </summary>
/// <param name="Findings">What is wrong, in no order.</param>
/// <param name="Rendered">The manifests of the repository that were found in what came out.</param>
internal sealed record RenderedPolicy(IReadOnlyList<Diagnostic> Findings, IReadOnlySet<YamlNode> Rendered)
{
    /// <summary>Nothing was rendered.</summary>
    public static RenderedPolicy None { get; } = new([], new HashSet<YamlNode>());

    /// <summary>Renders a repository and checks what comes out.</summary>
    /// <exception cref="TaskFailedException">GOT1008: neither kustomize nor kubectl is installed.</exception>
    public static async Task<RenderedPolicy> OfAsync(
        LintedRepository repository, Overlays overlays, EngineContext context, CancellationToken cancellationToken)
    {
        if (repository.Folder is not { } folder || overlays.Kustomizations.Count == 0)
            return None;
        var rendering = new RepositoryRendering(context, folder, overlays);
        var builds = await rendering.BuildAsync(cancellationToken);
        var sources = new Sources(repository.Manifests, overlays);
        var findings = new List<Diagnostic>[builds.Count];
        var rendered = new HashSet<YamlNode>[builds.Count];
        Parallel.For(0, builds.Count, new ParallelOptions { CancellationToken = cancellationToken }, index =>
            (findings[index], rendered[index]) = Check(builds[index], sources, overlays));
        return new RenderedPolicy([.. rendering.Failures, .. findings.SelectMany(list => list)], rendered.SelectMany(set => set).ToHashSet());
    }

    private static (List<Diagnostic> Findings, HashSet<YamlNode> Rendered) Check(RenderedBuild build, Sources sources, Overlays overlays)
    {
        var findings = new List<Diagnostic>();
        var rendered = new HashSet<YamlNode>();
        var references = new References(build);
        foreach (var (manifest, source) in sources.Of(build))
        {
            rendered.Add(source.Root);
            var own = new List<Diagnostic>();
            references.Check(manifest, own);
            if (Workload.Of(manifest) is { } workload)
                CheckAbsence(workload, overlays, own);
            findings.AddRange(Counterpart.Move(own, manifest, source));
        }

        return (findings, rendered);
    }

    private static void CheckAbsence(Workload workload, Overlays overlays, List<Diagnostic> findings)
    {
        Users.Check(workload, findings);
        Filesystems.Check(workload, findings);
        Resources.Check(workload, findings);
        Probes.Check(workload, findings);
        Selectors.Check(workload, overlays, findings);
    }
}
