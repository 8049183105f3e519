using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;

namespace GitOpsTasks.Tests.Lint.Gitops;

/// <summary>A repository whose files are checked against each other.</summary>
public abstract class GitopsRepository : LintedFiles
{
    /// <summary>A Deployment with one container.</summary>
    protected static string Deployment(string name = "web", string image = "ghcr.io/acme/web:1.4.2", string metadata = "") =>
        $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: {name}{metadata}}}\nspec:\n  template:\n    spec:\n      containers:\n      - name: {name}\n        image: {image}\n";

    /// <summary>A ConfigMap.</summary>
    protected static string ConfigMap(string name, string metadata = "", string value = "b") =>
        $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: {name}{metadata}}}\ndata: {{a: {value}}}\n";

    /// <summary>Runs the layer alone.</summary>
    protected async Task<IReadOnlyList<Diagnostic>> CheckAsync(params string[] paths)
    {
        var outcome = await LintTask.Declaration.RunAsync(
            new InputValues().Add("only", "gitops").Add("path", paths), Place.Context(), TestContext.Current.CancellationToken);
        return outcome.Diagnostics;
    }

    /// <summary>Each finding as <c>file:line:column CODE</c>.</summary>
    protected async Task<string[]> CodesAsync(params string[] paths) =>
        [.. (await CheckAsync(paths)).Select(finding => $"{finding.Place} {finding.Code}")];
}
