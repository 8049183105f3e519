// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
using Microsoft.Build.Framework;

namespace GitOpsTasks.MSBuild;

/// <summary>Finds in configuration files what Argo CD or Flux would trip over, with line and column.</summary>
[MSBuildMultiThreadableTask]
public sealed class GitOpsLint : GitOpsTask
{
    /// <summary>Files or folders to check. Default: everything.</summary>
    public string[] Path { get; set; } = [];

    /// <summary>Warnings fail the task too.</summary>
    public bool Strict { get; set; }

    /// <summary>How findings are printed; anything but text is printed alone, on standard output.</summary>
    public string? Format { get; set; }

    /// <summary>How many files were checked.</summary>
    [Output]
    public int Files { get; set; }

    /// <summary>How many errors were found.</summary>
    [Output]
    public int Errors { get; set; }

    /// <summary>How many warnings were found.</summary>
    [Output]
    public int Warnings { get; set; }

    private protected override string TaskName => "lint";
}
