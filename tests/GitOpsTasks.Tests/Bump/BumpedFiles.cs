using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;
using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Files under git that are bumped, and looked at with git and kustomize.</summary>
/// <param name="path">What is bumped; everything where null.</param>
public abstract class BumpedFiles(string? path = null) : IDisposable
{
    internal Workplace Place { get; } = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Place.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<TaskOutcome> BumpAsync(params string[] images)
    {
        var outcome = await BumpTask.Declaration.RunAsync(new InputValues().Add("image", images).Add("path", path), Place.Context(), Token);
        return outcome;
    }

    protected async Task<BumpResult> DoneAsync(params string[] images)
    {
        var outcome = await BumpAsync(images);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return (BumpResult)outcome.UntypedResult!;
    }

    protected async Task<string[]> NumstatAsync() =>
        (await Place.GitAsync("-c", "core.autocrlf=false", "diff", "--numstat")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What kustomize makes of a folder; its error where it fails.</summary>
    internal async Task<ProcessResult> TryKustomizeAsync(string folder) =>
        await SystemProcessRunner.RunAsync(
            new ProcessCommand(RequiredPart.Find("kubectl"), ["kustomize", folder])
            {
                WorkingDirectory = Place.Folder,
                Environment = Place.Context().Environment,
            },
            Token);

    protected async Task<string[]> KustomizeAsync(string folder)
    {
        var result = await TryKustomizeAsync(folder);
        result.Succeeded.ShouldBeTrue(result.Error);
        return result.Text.Split('\n');
    }
}
