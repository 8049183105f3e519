using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Lint.Policy.Rendering;

/// <summary>The program that renders kustomizations: kustomize, or the one inside kubectl.</summary>
/// <param name="context">Its PATH is searched.</param>
internal sealed class Kustomize(EngineContext context)
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(2);

    // As Flux does; what leaves the repository is told by the gitops layer. Neither plugins nor helm are run.
    private readonly (string Program, string[] Arguments) _command =
        ProgramPath.Find("kustomize", context.Environment) is { } kustomize ? (kustomize, ["build", "--load-restrictor", "LoadRestrictionsNone"])
        : ProgramPath.Find("kubectl", context.Environment) is { } kubectl ? (kubectl, ["kustomize", "--load-restrictor", "LoadRestrictionsNone"])
        : throw TaskFailedException.Usage(
            UsageCodes.ProgramNotFound, "Rendering needs kustomize or kubectl, and neither is on PATH.", "Install one of them, or leave out --render.");

    /// <summary>What a folder with a kustomization renders to.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="TimeoutException">It took longer than two minutes.</exception>
    public Task<ProcessResult> BuildAsync(string folder, CancellationToken cancellationToken) => context.RunProcess(
        new ProcessCommand(_command.Program, [.. _command.Arguments, folder])
        {
            WorkingDirectory = folder,
            Environment = context.Environment.With([new("GIT_TERMINAL_PROMPT", "0"), new("LC_ALL", "C")]),
            Deadline = s_deadline,
        },
        cancellationToken);
}
