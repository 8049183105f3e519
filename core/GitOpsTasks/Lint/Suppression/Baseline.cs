using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Lint.Suppression;

/// <summary>Findings that are known and do not count, for adopting lint where there are many already.</summary>
/// <param name="entries">The findings.</param>
internal sealed class Baseline(IEnumerable<BaselineEntry> entries)
{
    private readonly HashSet<BaselineEntry> _entries = [.. entries];

    /// <summary>The entries in the order they are written.</summary>
    public IReadOnlyList<BaselineEntry> Entries =>
    [
        .. _entries.OrderBy(entry => entry.File, StringComparer.Ordinal).ThenBy(entry => entry.Code, StringComparer.Ordinal)
            .ThenBy(entry => entry.Line, StringComparer.Ordinal).ThenBy(entry => entry.Number),
    ];

    /// <summary>A baseline of errors and warnings.</summary>
    /// <param name="findings">In their order, with the lines they are on.</param>
    public static Baseline Of(IReadOnlyList<Diagnostic> findings) => new(Number(findings).Select(found => found.Entry).OfType<BaselineEntry>());

    /// <summary>The findings that are not known, and the entries that did not occur.</summary>
    /// <param name="findings">In their order, with the lines they are on.</param>
    public (IReadOnlyList<Diagnostic> New, IReadOnlyList<BaselineEntry> Gone) Compare(IReadOnlyList<Diagnostic> findings)
    {
        var numbered = Number(findings).ToList();
        var occurring = numbered.Select(found => found.Entry).OfType<BaselineEntry>().ToHashSet();
        return (
            [.. numbered.Where(found => found.Entry is not { } entry || !_entries.Contains(entry)).Select(found => found.Finding)],
            [.. Entries.Where(entry => !occurring.Contains(entry))]);
    }

    // Notes do not fail anything, so none of them has to be known.
    private static IEnumerable<(Diagnostic Finding, BaselineEntry? Entry)> Number(IReadOnlyList<Diagnostic> findings) =>
        Fingerprints.Of(findings).Select(found => (
            found.Finding,
            found.Finding.Severity == Severity.Note
                ? default(BaselineEntry?)
                : new BaselineEntry(found.Finding.Place?.File ?? "", found.Finding.Code, found.Line, found.Number)));
}
