using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>The endpoints under <c>pulls</c>.</summary>
internal sealed class FakePulls(GitHubFakeRepository repository, Func<string, GitHubFakeRepository?> findRepository)
{
    private const int LongestBody = 65536;

    public async Task<GitHubReply?> AnswerAsync(GitHubCall call) => (call.Method, call.Path) switch
    {
        ("GET", ["pulls"]) => List(call),
        ("POST", ["pulls"]) => await CreateAsync(call),
        ("GET", ["pulls", var number]) => await WithPullAsync(number, ShowAsync),
        ("PATCH", ["pulls", var number]) => await WithPullAsync(number, pull => ChangeAsync(pull, call)),
        ("PUT", ["pulls", var number, "merge"]) => await WithPullAsync(number, pull => new FakeMerge(repository, pull).MergeAsync(call)),
        ("POST", ["pulls", var number, "requested_reviewers"]) => await WithPullAsync(number, pull => Task.FromResult(new FakePeople(repository, pull).Ask(call))),
        ("GET", ["pulls", var number, "reviews"]) => await WithPullAsync(number, pull => Task.FromResult(new FakePeople(repository, pull).Reviews(call))),
        _ => null,
    };

    private async Task<GitHubReply> WithPullAsync(string number, Func<GitHubFakePull, Task<GitHubReply>> answer) =>
        repository.Pull(number) is { } pull ? await answer(pull) : GitHubReply.NotFound;

    // A head without an owner is not a filter, as on GitHub.
    private GitHubReply List(GitHubCall call)
    {
        var state = call.Query["state"].ToString() is { Length: > 0 } given ? given : "open";
        var head = call.Query["head"].ToString();
        var baseRef = call.Query["base"].ToString();
        return call.Page(repository.Pulls
            .Where(p => state == "all" || p.IsOpen == (state == "open"))
            .Where(p => baseRef.Length == 0 || p.BaseRef == baseRef)
            .Where(p => !head.Contains(':')
                || string.Equals($"{p.HeadRepository?.Owner}:{p.HeadRef}", head, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(p => p.Number)
            .Select(p => FakePullJson.Of(repository, p)));
    }

    private async Task<GitHubReply> CreateAsync(GitHubCall call)
    {
        var title = call.Text("title");
        if (string.IsNullOrEmpty(title))
            return GitHubReply.Invalid("PullRequest", "missing_field", "title");
        var body = call.Text("body");
        if (body?.Length > LongestBody)
            return TooLong();
        var (source, branch) = HeadOf(call);
        var baseRef = call.Text("base") ?? "";
        if (source is null || await source.Git.TipAsync(branch) is not { } headTip)
            return GitHubReply.Invalid("PullRequest", "invalid", "head");
        if (await repository.Git.TipAsync(baseRef) is not { } baseTip)
            return GitHubReply.Invalid("PullRequest", "invalid", "base");
        if (repository.Pulls.Any(p => p.IsOpen && p.HeadRepository == source && p.HeadRef == branch && p.BaseRef == baseRef))
        {
            return GitHubReply.Invalid(
                "PullRequest", "custom", message: $"A pull request already exists for {source.Owner}:{branch}.");
        }

        var number = repository.NextNumber;
        await repository.TakeHeadAsync(number, source, headTip);
        if (await repository.IsAncestorAsync(headTip, baseTip))
            return GitHubReply.Invalid("PullRequest", "custom", message: $"No commits between {baseRef} and {branch}");
        var pull = new GitHubFakePull
        {
            Number = number,
            Title = title,
            Body = body,
            HeadRepository = source,
            HeadRef = branch,
            HeadSha = headTip,
            BaseRef = baseRef,
            IsDraft = call.Body?["draft"]?.GetValue<bool>() == true,
        };
        repository.Add(pull);
        var json = FakePullJson.Of(repository, pull);
        json["mergeable"] = null;
        json["mergeable_state"] = "unknown";
        return GitHubReply.Created(json);
    }

    private (GitHubFakeRepository? Repository, string Branch) HeadOf(GitHubCall call)
    {
        var head = call.Text("head") ?? "";
        var parts = head.Split(':', 2);
        if (parts.Length == 1)
            return (repository, head);
        var name = call.Text("head_repo") ?? repository.Name;
        return (findRepository($"{parts[0]}/{name}"), parts[1]);
    }

    private async Task<GitHubReply> ShowAsync(GitHubFakePull pull)
    {
        var json = FakePullJson.Of(repository, pull);
        json["merged"] = pull.MergedAt is not null;
        var baseTip = await repository.Git.TipAsync(pull.BaseRef);
        if (pull.IsOpen && baseTip is not null)
        {
            var isClean = await repository.MergedTreeAsync(baseTip, pull.HeadSha) is not null;
            json["mergeable"] = isClean;
            json["mergeable_state"] = !isClean ? "dirty" : pull.IsDraft ? "draft" : repository.HasPendingChecks ? "blocked" : "clean";
        }

        return GitHubReply.Ok(json);
    }

    private async Task<GitHubReply> ChangeAsync(GitHubFakePull pull, GitHubCall call)
    {
        var body = call.Text("body");
        if (body?.Length > LongestBody)
            return TooLong();
        if (call.Text("base") is { } newBase)
        {
            if (await repository.Git.TipAsync(newBase) is null)
                return GitHubReply.Invalid("PullRequest", "invalid", "base");
            pull.BaseRef = newBase;
        }

        pull.Title = call.Text("title") ?? pull.Title;
        pull.Body = body ?? pull.Body;
        switch (call.Text("state"))
        {
            case "closed":
                pull.IsOpen = false;
                break;
            case "open" when pull.MergedAt is not null:
                return GitHubReply.Invalid("PullRequest", "invalid", "state", "state cannot be changed.");
            case "open":
                pull.IsOpen = true;
                await repository.FollowBranchesAsync();
                break;
        }

        return await ShowAsync(pull);
    }

    private static GitHubReply TooLong() =>
        GitHubReply.Invalid("Issue", "custom", "body", $"body is too long (maximum is {LongestBody} characters)");
}
