using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Lint;

/// <summary>Files in a folder that are checked.</summary>
public abstract class LintedFiles : IDisposable
{
    internal Workplace Place { get; } = new();

    public void Dispose()
    {
        Place.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Task<TaskOutcome> LintAsync(params string[] paths) => LintTask.Declaration.RunAsync(
        new InputValues().Add("path", paths), Place.Context(), TestContext.Current.CancellationToken);

    /// <summary>Each finding as <c>file:line:column CODE</c>.</summary>
    protected async Task<string[]> FindingsAsync(params string[] paths) =>
        [.. (await LintAsync(paths)).Diagnostics.Select(finding => $"{finding.Place} {finding.Code}")];
}
