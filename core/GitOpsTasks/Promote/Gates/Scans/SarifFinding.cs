using GitOpsTasks.Config;

namespace GitOpsTasks.Promote.Gates.Scans;

/// <summary>Something a scanner found.</summary>
/// <param name="Rule">Its rule, such as <c>CVE-2026-1234</c>. It is others' text.</param>
/// <param name="Level">How severe it is; null for nothing to speak of.</param>
internal sealed record SarifFinding(string Rule, ScanLevel? Level);
