using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>Merges a pull request for real: a merge of trees, a commit, and the base moved only if nobody moved it meanwhile.</summary>
internal sealed class FakeMerge(GitHubFakeRepository repository, GitHubFakePull pull)
{
    public async Task<GitHubReply> MergeAsync(GitHubCall call)
    {
        if (!pull.IsOpen || pull.IsDraft || await repository.Git.TipAsync(pull.BaseRef) is not { } baseTip)
            return NotMergeable();
        if (call.Text("sha") is { } expected && expected != pull.HeadSha)
            return GitHubReply.Problem(409, "Head branch was modified. Review and try the merge again.");
        if (await repository.MergedTreeAsync(baseTip, pull.HeadSha) is not { } tree)
            return NotMergeable();

        var commit = await CommitAsync(call, tree, baseTip);
        var moved = await repository.Git.TryGitAsync(["update-ref", $"refs/heads/{pull.BaseRef}", commit, baseTip]);
        if (!moved.Succeeded)
            return GitHubReply.Problem(405, "Base branch was modified. Review and try the merge again.");
        pull.IsOpen = false;
        pull.MergedAt = DateTimeOffset.UnixEpoch;
        pull.MergeCommit = commit;
        return GitHubReply.Ok(new JsonObject
        {
            ["sha"] = commit,
            ["merged"] = true,
            ["message"] = "Pull Request successfully merged",
        });
    }

    private Task<string> CommitAsync(GitHubCall call, string tree, string baseTip)
    {
        var isSquash = call.Text("merge_method") == "squash";
        var title = call.Text("commit_title")
            ?? (isSquash
                ? $"{pull.Title} (#{pull.Number})"
                : $"Merge pull request #{pull.Number} from {pull.HeadRepository?.Owner}/{pull.HeadRef}");
        var message = $"{title}\n\n{call.Text("commit_message") ?? pull.Title}";
        string[] parents = isSquash ? ["-p", baseTip] : ["-p", baseTip, "-p", pull.HeadSha];
        return repository.Git.GitAsync(["commit-tree", tree, .. parents, "-m", message]);
    }

    private static GitHubReply NotMergeable() => GitHubReply.Problem(405, "Pull Request is not mergeable");
}
