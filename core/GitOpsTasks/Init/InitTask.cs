using GitOpsTasks.Contracts;

namespace GitOpsTasks.Init;

/// <summary>Proposes app specs, <c>gitops.yaml</c> and workflow files from what a repository has.</summary>
public static class InitTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Proposes app specs, gitops.yaml and workflow files from the Dockerfiles, projects, compose files and manifests of a repository.";

    /// <summary>The task as hosts see it.</summary>
    public static TaskDeclaration<InitRequest, InitResult> Declaration { get; } = new("init", Summary)
    {
        Inputs = InitInputs.All,
        Outputs =
        [
            new("changed", InputKind.Flag, "Whether any file was, or would be, written.", result => result.Changed ? "true" : "false"),
            new("files", InputKind.TextList, "The files written, or proposed.", result => string.Join('\n', result.Files.Where(file => file.IsNew).Select(file => file.Path))),
            new("apps", InputKind.TextList, "The names of the applications.", result => string.Join('\n', result.Apps)),
        ],
        Examples =
        [
            new("init --dry-run", "show what would be written for this repository"),
            new("init", "write what is not there yet; again, and nothing changes"),
            new("init --image ghcr.io/acme/{app} --environments dev,prod --ci github", "say what cannot be found out"),
            new("init --from src/Web/Dockerfile --name shop --agent argocd", "look at one file only"),
        ],
        ReadRequest = InitRequest.From,
        Execute = RunAsync,
        Json = InitJson.Default.InitResult,
        Text = InitText.Render,
    };

    /// <summary>Looks, and writes the files that are not there.</summary>
    /// <exception cref="TaskFailedException">There is nothing to propose anything from, or a file that was named cannot be read.</exception>
    public static async Task<TaskOutcome<InitResult>> RunAsync(InitRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        var result = await new InitRun(request, context, findings).RunAsync(cancellationToken);
        return TaskOutcome<InitResult>.Done(result, findings.All);
    }
}
