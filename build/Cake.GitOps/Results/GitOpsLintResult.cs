// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>What came of GitOpsLint. Finds in configuration files what Argo CD or Flux would trip over, with line and column.</summary>
public sealed class GitOpsLintResult
{
    /// <summary>How many files were checked.</summary>
    public int Files { get; init; }

    /// <summary>How many errors were found.</summary>
    public int Errors { get; init; }

    /// <summary>How many warnings were found.</summary>
    public int Warnings { get; init; }

    /// <summary>How many findings the baseline knows.</summary>
    public int Known { get; init; }

    /// <summary>How many files were mended, or would be.</summary>
    public int Mended { get; init; }
}
