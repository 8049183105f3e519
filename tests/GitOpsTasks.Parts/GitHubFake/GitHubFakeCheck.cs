namespace GitOpsTasks.Parts;

/// <summary>What was said of a commit in the fake.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Name">The context of a status, or the name of a check run.</param>
/// <param name="State">Of a status its state; of a check run its conclusion, or <c>queued</c> and <c>in_progress</c> before there is one.</param>
/// <param name="IsRun">Whether it is a check run.</param>
public sealed record GitHubFakeCheck(string Commit, string Name, string State, bool IsRun = false);
