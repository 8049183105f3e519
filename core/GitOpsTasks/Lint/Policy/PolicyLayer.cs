using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Policy.Rendering;

namespace GitOpsTasks.Lint.Policy;

/// <summary>Checks what manifests should not do in a cluster that others share.</summary>
public static class PolicyLayer
{
    /// <summary>What is wrong: file by file in their order, then what only shows in what kustomize renders.</summary>
    /// <param name="repository">The files.</param>
    /// <param name="renderer">Starts kustomize; null where nothing is rendered.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <exception cref="TaskFailedException">GOT1008: neither kustomize nor kubectl is installed.</exception>
    public static async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        LintedRepository repository, EngineContext? renderer, CancellationToken cancellationToken)
    {
        var overlays = new Overlays(repository.Files);
        var rendered = renderer is null ? RenderedPolicy.None : await RenderedPolicy.OfAsync(repository, overlays, renderer, cancellationToken);
        var files = repository.Manifests;
        var policy = new FilePolicy(files, overlays, rendered.Rendered);
        var findings = new List<Diagnostic>[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellationToken }, index => findings[index] = policy.Check(files[index]));

        // An anchored mapping that several containers take in is wrong once, and so is a base that several overlays build on.
        return [.. findings.SelectMany(list => list).Concat(rendered.Findings).DistinctBy(finding => (finding.Code, finding.Place))];
    }
}
