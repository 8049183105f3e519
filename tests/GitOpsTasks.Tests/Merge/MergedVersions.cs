using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Merge;
using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Merge;

/// <summary>Three versions of a file, merged by the task as git would call it.</summary>
public abstract class MergedVersions : IDisposable
{
    internal Workplace Place { get; } = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Place.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Task<Merged> MergeAsync(string @base, string ours, string theirs, string path = "kustomization.yaml", bool higher = false) =>
        MergeAsync(Encoding.UTF8.GetBytes(@base), Encoding.UTF8.GetBytes(ours), Encoding.UTF8.GetBytes(theirs), path, higher);

    protected async Task<Merged> MergeAsync(byte[] @base, byte[] ours, byte[] theirs, string path = "kustomization.yaml", bool higher = false)
    {
        foreach (var (name, content) in new[] { (".O", @base), (".A", ours), (".B", theirs) })
            await File.WriteAllBytesAsync(Place.PathOf(name), content, Token);
        return await RunAsync(new InputValues().Add("base", ".O").Add("ours", ".A").Add("theirs", ".B").Add("path", path).Add("higher", higher ? "true" : "false"));
    }

    protected async Task<Merged> RunAsync(InputValues inputs)
    {
        var outcome = await MergeDriverTask.Declaration.RunAsync(inputs, Place.Context(), Token);
        outcome.UntypedResult.ShouldBeNull("git shows what a driver prints to standard output");
        Directory.EnumerateFileSystemEntries(Place.Scratch).ShouldBeEmpty();
        return new Merged((int)outcome.ExitCode, await File.ReadAllBytesAsync(Place.PathOf(".A"), Token), outcome.Diagnostics);
    }

    /// <summary>The result, which must be without conflict.</summary>
    protected async Task<string> CleanAsync(string @base, string ours, string theirs, string path = "kustomization.yaml", bool higher = false)
    {
        var merged = await MergeAsync(@base, ours, theirs, path, higher);
        merged.Diagnostics.ShouldBeEmpty();
        merged.ExitCode.ShouldBe(0, merged.Text);
        return merged.Text;
    }

    protected async Task<string> ConflictAsync(string @base, string ours, string theirs, string path = "kustomization.yaml", bool higher = false)
    {
        var merged = await MergeAsync(@base, ours, theirs, path, higher);
        merged.ExitCode.ShouldBe(1, merged.Text);
        merged.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(MergeCodes.Conflict);
        return merged.Text;
    }

    /// <summary>What a merge left behind.</summary>
    protected sealed record Merged(int ExitCode, byte[] Content, IReadOnlyList<Diagnostic> Diagnostics)
    {
        public string Text => Encoding.UTF8.GetString(Content);
    }
}
