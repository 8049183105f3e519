using System.Diagnostics;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Benchmarks.Promote;

/// <summary>The ways to one pull request that promotes 50 applications.</summary>
internal static class PromoteWays
{
    /// <summary>The branch of <c>gitops promote</c>.</summary>
    public const string OurBranch = "gitops/promote/shop-to-staging";

    /// <summary>The branch of create-pull-request.</summary>
    public const string TheirBranch = "create-pull-request/patch";

    /// <summary>
    /// One promote, in this process: neither lint nor gates are asked, and manifests are not rendered, which the others do not do
    /// either. Only the start of the command is not counted.
    /// </summary>
    public static async Task<TimeSpan> OursAsync(PromotePlace place, string via)
    {
        var folder = place.NewFolder();
        try
        {
            var inputs = new InputValues().Add("from", "dev").Add("to", "staging").Add("group", "shop").Add("render", "off").Add("via", via)
                .Add("repository", $"{place.Url}/acme/gitops.git").Add("app", PromotePlace.Names);
            var context = new EngineContext { Directory = folder, ScratchRoot = folder, Environment = new EnvironmentSnapshot(place.Environment(folder)) };
            var clock = Stopwatch.StartNew();
            var outcome = await PromoteTask.Declare(null).RunAsync(inputs, context, CancellationToken.None);
            return outcome.ExitCode == ExitCode.Done ? clock.Elapsed : throw new InvalidOperationException(string.Join('\n', outcome.Diagnostics));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// What workflows do today: a clone, one <c>sed</c> over the 50 files, and what create-pull-request then does in its usual
    /// configuration - a look for the branch, a push with a lease, a request for the pull request. The request is sent from here,
    /// so that no time is counted for the start of its node. Removing the clone is not counted.
    /// </summary>
    public static async Task<TimeSpan> TheirsAsync(PromotePlace place, bool isShallow)
    {
        var folder = place.NewFolder();
        try
        {
            var (clone, took) = await EditedCloneAsync(place, folder, isShallow);
            took += await place.RunAsync(clone, "git", ["checkout", "--quiet", "-b", TheirBranch]);
            took += await place.RunAsync(clone, "git", ["commit", "--quiet", "--all", "-m", "Promote"]);
            took += await place.RunAsync(
                clone, "git", ["fetch", "--quiet", "--force", "--depth=10", "origin", $"{TheirBranch}:refs/remotes/origin/{TheirBranch}"], expectedExitCode: 128);
            took += await place.RunAsync(clone, "git", ["push", "--quiet", "--force-with-lease", "origin", $"{TheirBranch}:refs/heads/{TheirBranch}"]);
            return took + await new PullRequestRequests(place).OpenAsync(TheirBranch);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The same with its option <c>sign-commits</c>: blobs, tree, commit and branch by the API instead of the push.</summary>
    public static async Task<TimeSpan> TheirsSignedAsync(PromotePlace place)
    {
        var folder = place.NewFolder();
        try
        {
            var (clone, took) = await EditedCloneAsync(place, folder, isShallow: true);
            took += await place.RunAsync(clone, "git", ["checkout", "--quiet", "-b", TheirBranch]);
            took += await place.RunAsync(clone, "git", ["commit", "--quiet", "--all", "-m", "Promote"]);
            took += await place.RunAsync(
                clone, "git", ["fetch", "--quiet", "--force", "--depth=10", "origin", $"{TheirBranch}:refs/remotes/origin/{TheirBranch}"], expectedExitCode: 128);
            var requests = new PullRequestRequests(place);
            took += await requests.PushAsync(TheirBranch, [.. PromotePlace.Names.Select(name => PromotePlace.OverlayOf(name, "staging"))], clone);
            return took + await requests.OpenAsync(TheirBranch);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(string Clone, TimeSpan Took)> EditedCloneAsync(PromotePlace place, string folder, bool isShallow)
    {
        var clone = Path.Combine(folder, "clone");
        var address = place.Url.Replace("://", $"://x-access-token:{place.Token}@", StringComparison.Ordinal) + "/acme/gitops.git";
        string[] depth = isShallow ? ["--depth=1"] : [];
        var took = await place.RunAsync(folder, "git", ["clone", "--quiet", .. depth, "--branch=main", address, clone]);
        took += await place.RunAsync(
            clone,
            "sed",
            ["-i", $"/name: .*shop/{{n;s/newTag: .*/newTag: {PromotePlace.Version}/}}", .. PromotePlace.Names.Select(name => PromotePlace.OverlayOf(name, "staging"))]);
        return (clone, took);
    }
}
