using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>Writes diagnostics in one format; lines end in <c>\n</c>.</summary>
/// <param name="diagnostics">In the order they are to appear.</param>
/// <param name="output">Where to.</param>
public delegate void DiagnosticWriter(IReadOnlyList<Diagnostic> diagnostics, TextWriter output);
