// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>Settings of GitOpsLint. Finds in configuration files what Argo CD or Flux would trip over, with line and column.</summary>
public sealed class GitOpsLintSettings : GitOpsSettings
{
    /// <summary>Files or folders to check. Default: everything.</summary>
    public IReadOnlyList<string> Path { get; set; } = [];

    /// <summary>Warnings fail the task too.</summary>
    public bool? Strict { get; set; }

    /// <summary>How findings are printed; anything but text is printed alone, on standard output. Default: text.</summary>
    public string? Format { get; set; }
}
