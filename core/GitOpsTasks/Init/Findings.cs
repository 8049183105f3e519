using GitOpsTasks.Contracts;

namespace GitOpsTasks.Init;

/// <summary>Collects what a person should know about a proposal.</summary>
internal sealed class Findings
{
    private readonly List<Diagnostic> _all = [];

    /// <summary>All, in the order they came up, each once.</summary>
    public IReadOnlyList<Diagnostic> All => [.. _all.Distinct()];

    /// <summary>Something to look at.</summary>
    public void Warn(string code, string message, string advice, SourcePlace? place = null) =>
        _all.Add(Diagnostic.Warning(code, message, advice, place));

    /// <summary>Something to know.</summary>
    public void Tell(string code, string message, string advice, SourcePlace? place = null) =>
        _all.Add(Diagnostic.Note(code, message, advice, place));

    /// <summary>Findings of another part.</summary>
    public void Add(IEnumerable<Diagnostic> diagnostics) => _all.AddRange(diagnostics);
}
