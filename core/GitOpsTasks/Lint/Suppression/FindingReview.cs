using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Suppression;

/// <summary>What remains of findings beside what is known already and what a change does not touch.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="settings">What was looked for.</param>
/// <param name="location">Where.</param>
/// <param name="context">Reads the baseline and asks git.</param>
internal sealed class FindingReview(LintRequest request, LintSettings settings, WorkTreeLocation location, EngineContext context)
{
    private string? BaselinePath => request.WriteBaseline is null ? request.Baseline ?? settings.Config?.Baseline : null;

    /// <summary>Whether findings have to come with the lines they are on.</summary>
    public bool NeedsLines => BaselinePath is not null || request.WriteBaseline is not null;

    /// <summary>The findings that count, and how many are known.</summary>
    /// <exception cref="TaskFailedException">The baseline or the revision is wrong.</exception>
    public async Task<(IReadOnlyList<Diagnostic> Findings, int Known)> ReviewAsync(IReadOnlyList<Diagnostic> findings, CancellationToken cancellationToken)
    {
        var known = 0;
        if (BaselinePath is { } path)
        {
            var (remaining, gone) = (await BaselineFile.ReadAsync(context, path, cancellationToken)).Compare(findings);
            known = findings.Count - remaining.Count;
            findings = [.. remaining, .. Stale(path, [.. gone.Where(IsLookedFor)])];
        }

        return (request.ChangedSince is { } revision ? await LimitAsync(findings, revision, cancellationToken) : findings, known);
    }

    // Of files and rules that were left out this time nobody knows.
    private bool IsLookedFor(BaselineEntry entry) =>
        location.Paths.Any(path => TreePath.TryParse(entry.File, out var file) && file.IsIn(path))
        && (LintRules.FindByCode(entry.Code) is not { } rule || settings.LooksFor(rule));

    private static IEnumerable<Diagnostic> Stale(string path, List<BaselineEntry> gone)
    {
        if (gone.Count == 0)
            yield break;
        var example = gone[0];
        var others = gone.Count == 1 ? "" : $" and {gone.Count - 1} more";
        yield return Diagnostic.Note(
            LintCodes.BaselineStale,
            $"The baseline lists findings that do not occur any more: {example.Code} in '{example.File}'{others}.",
            "Write it anew with --write-baseline FILE, so that they cannot come back unseen.",
            new SourcePlace(path));
    }

    private async Task<IReadOnlyList<Diagnostic>> LimitAsync(IReadOnlyList<Diagnostic> findings, string revision, CancellationToken cancellationToken)
    {
        if (!Path.Exists(Path.Join(location.Tree.RootPath, ".git")))
        {
            throw TaskFailedException.Usage(
                LintCodes.NotInGit, $"'{location.Tree.RootPath}' is in no git repository, so nothing can have changed since '{revision}'.", "Run it inside a git work tree, or leave changed-since out.");
        }

        var changed = await ChangedFiles.SinceAsync(context, location.Tree, revision, LintCodes.RevisionUnknown, cancellationToken);
        return [.. findings.Select(finding => finding.Place is { } place && TreePath.TryParse(place.File, out var file) && changed.Contains(file)
            ? finding
            : finding with { Severity = Severity.Note })];
    }
}
