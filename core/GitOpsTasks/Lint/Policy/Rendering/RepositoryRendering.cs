using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Processes;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Rendering;

/// <summary>Renders every kustomization of a repository that no other builds on, several at a time.</summary>
/// <param name="context">Starts kustomize, and tells how long it took.</param>
/// <param name="folder">The absolute folder of the repository.</param>
/// <param name="overlays">The kustomizations among them.</param>
internal sealed partial class RepositoryRendering(EngineContext context, string folder, Overlays overlays)
{
    private const int MostOfReason = 300;
    private const string OutputName = "rendered.yaml";

    private static readonly ManifestReader s_reader = new(new HashSet<TreePath>());

    private readonly Kustomize _kustomize = new(context);
    private readonly ConcurrentBag<Diagnostic> _failures = [];

    /// <summary>What could not be rendered, in no order; complete once all was.</summary>
    public IEnumerable<Diagnostic> Failures => _failures;

    /// <summary>Renders all of them, in the order of their files.</summary>
    public async Task<IReadOnlyList<RenderedBuild>> BuildAsync(CancellationToken cancellationToken)
    {
        var roots = overlays.Roots.Order().ToList();
        var builds = new RenderedBuild?[roots.Count];
        var started = context.Time.GetTimestamp();
        var done = 0;
        using var step = context.Progress.Begin("render");
        await Parallel.ForEachAsync(roots.Index(), cancellationToken, async (root, cancel) =>
        {
            builds[root.Index] = await BuildAsync(root.Item, cancel);
            var count = Interlocked.Increment(ref done);
            lock (_failures)
                step.Report($"{count} of {roots.Count} {root.Item.Parent}", (double)count / roots.Count);
        });
        var seconds = context.Time.GetElapsedTime(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        step.Complete($"{Count.Of(roots.Count, "kustomization")} in {seconds} s");
        return [.. builds.OfType<RenderedBuild>()];
    }

    private async Task<RenderedBuild?> BuildAsync(TreePath kustomization, CancellationToken cancellationToken)
    {
        try
        {
            var result = await _kustomize.BuildAsync(Path.Join(folder, kustomization.Parent.Value), cancellationToken);
            if (result.Succeeded)
                return new RenderedBuild(kustomization, Read(result.Output, kustomization.Parent.Combine(OutputName)));
            _failures.Add(Failure(kustomization, Reason(result)));
        }
        catch (TimeoutException)
        {
            _failures.Add(Failure(kustomization, "it did not end in time."));
        }

        return null;
    }

    private static IReadOnlyList<Manifest> Read(ReadOnlyMemory<byte> output, TreePath path) =>
        s_reader.Read(new LintFile(path, YamlFile.Parse(output, path.Value))).All;

    private Diagnostic Failure(TreePath kustomization, string reason) => RenderedRules.RenderingFailed.At(
        overlays.Kustomizations[kustomization], $"kustomize cannot render it: {reason}", "Run 'kustomize build' in its folder; what it would render to was not checked.");

    [GeneratedRegex("""[^/@\s'"]+@""", RegexOptions.CultureInvariant)]
    private static partial Regex Credentials();

    // The last line says what was wrong, those before it where it was met. Paths are told from the root of the repository.
    private string Reason(ProcessResult result)
    {
        var line = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var last] ? last : $"it ended with {result.ExitCode}.";
        var reason = line.StartsWith("Error: ", StringComparison.Ordinal) ? line["Error: ".Length..] : line;
        reason = reason.Replace(folder + "/", "", StringComparison.Ordinal).Replace(folder, ".", StringComparison.Ordinal);
        return LogText.Limit(Credentials().Replace(reason, ""), MostOfReason);
    }
}
