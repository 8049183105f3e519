using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Merge;

/// <summary>A git merge driver for files that say which images run, and its installation.</summary>
public static class MergeDriverTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Merges image versions field by field when git merges, so that two bumps in one file do not conflict.";

    /// <summary>The task as hosts see it.</summary>
    public static TaskDeclaration<MergeRequest, MergeResult> Declaration { get; } = new(MergeFiles.Command, Summary)
    {
        Inputs = MergeInputs.All,
        Outputs = [new("changed", InputKind.Flag, "Whether the installation wrote anything.", result => result.Changed ? "true" : "false")],
        Examples =
        [
            new("merge-driver --install", "have git use it in this repository"),
            new("merge-driver --install --higher --dry-run", "show how git would be told to take the higher of two versions"),
            new("merge-driver .merge_base .merge_ours .merge_theirs apps/web/kustomization.yaml", "what git runs"),
        ],
        ReadRequest = MergeRequest.From,
        Execute = RunAsync,
        Json = MergeJson.Default.MergeResult,
        Text = Render,
    };

    /// <summary>Merges, or installs.</summary>
    /// <exception cref="TaskFailedException">The driver could not be installed. A merge always ends with exit code 0 or 1.</exception>
    public static async Task<TaskOutcome<MergeResult>> RunAsync(MergeRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        if (request.Files is { } files)
            return await new DriverRun(context, files, request.Markers).MergeAsync(request.Higher, cancellationToken);
        return await new DriverInstallation(context, request).RunAsync(cancellationToken);
    }

    private static string Render(MergeResult result)
    {
        var text = new StringBuilder($"git config {result.Configuration} {DriverInstallation.DriverKey}\n    {result.Driver}\n");
        foreach (var line in result.Attributes)
            text.Append($".gitattributes: {line}\n");
        return text.ToString();
    }
}
