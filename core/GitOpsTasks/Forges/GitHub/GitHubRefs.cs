using System.Net;
using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Git;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// Branches. A branch is moved with <c>force: false</c>, the API's only compare-and-swap: since the commit descends from the
/// tip that was read, the move is refused if the branch is anywhere else.
/// </summary>
/// <param name="calls">REST.</param>
internal sealed class GitHubRefs(GitHubCalls calls)
{
    private bool _isVisible;

    /// <summary>The commit at the tip of a branch; null where there is no such branch.</summary>
    public async Task<ForgeCommit?> TipAsync(string branch, CancellationToken cancellationToken)
    {
        const string Wanted = "read a branch";
        var answer = await calls.Api.GetAsync($"branches/{GitHubCalls.Escape(branch)}", cancellationToken);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            // A repository that is not there, or not for this token, answers the same.
            if (!_isVisible)
                await calls.ReadAsync("", Wanted, cancellationToken);
            _isVisible = true;
            return null;
        }

        var (id, commit) = calls.Succeeded(answer, Wanted).Read(json =>
            (Text(json.GetProperty("commit"), "sha"), CommitIn(json.GetProperty("commit"))));
        _isVisible = true;
        return commit
            ?? (await calls.ReadAsync($"git/commits/{GitHubCalls.Escape(id)}", "read a commit", cancellationToken))
                .Read(json => new ForgeCommit(id, Text(json.GetProperty("tree"), "sha"), Parents(json)));
    }

    /// <summary>Moves a branch from the tip that was read to a commit that descends from it, or makes it.</summary>
    public async Task<RefMoveResult> MoveAsync(string branch, string? expected, string commit, CancellationToken cancellationToken)
    {
        var attempt = new GitHubRefMove(calls.Api, branch, expected, commit);
        GitHubAnswer? answer = null;
        try
        {
            answer = await attempt.SendAsync(cancellationToken);
            if (answer.Succeeded)
                return RefMoveResult.Moved;
            if (answer.Problem.Says("not a fast forward") && !attempt.IsOpen)
                return RefMoveResult.Lost;
            if (!IsAboutRef(answer) && !attempt.IsOpen)
                throw calls.Failure(answer, $"move '{branch}'");
        }
        catch (TaskFailedException) when (attempt.IsOpen)
        {
            // Whether it was applied is seen by where the branch is.
        }

        var now = await NowAsync(branch, attempt.IsOpen, cancellationToken);
        if (now == commit)
            return RefMoveResult.Moved;
        var lost = attempt.IsOpen ? RefMoveResult.Unsettled : RefMoveResult.Lost;
        if (now != expected)
            return lost;
        return answer is null ? throw Unsettled(branch)
            : !IsAboutRef(answer) ? throw calls.Failure(answer, $"move '{branch}'")
            : IsBusy(answer) ? lost
            : throw Refused(branch, answer);
    }

    /// <summary>Whether a commit is the tip of a branch or in its history.</summary>
    public async Task<bool> HoldsAsync(string branch, string commit, CancellationToken cancellationToken)
    {
        var path = $"compare/{GitHubCalls.Escape(commit)}...{GitHubCalls.Escape(branch)}?per_page=1";
        return (await calls.ReadAsync(path, "compare commits", cancellationToken)).Read(json => Text(json, "status") is "ahead" or "identical");
    }

    /// <summary>Deletes a branch; one that is gone already stays gone.</summary>
    public async Task DeleteAsync(string branch, CancellationToken cancellationToken)
    {
        var answer = await calls.Api.SendAsync(HttpMethod.Delete, $"git/refs/heads/{GitHubCalls.Escape(branch)}", null, cancellationToken);
        if (!answer.Succeeded && !answer.Problem.Says("Reference does not exist"))
            throw calls.Failure(answer, $"delete '{branch}'");
    }

    private async Task<string?> NowAsync(string branch, bool isOpen, CancellationToken cancellationToken)
    {
        try
        {
            return (await TipAsync(branch, cancellationToken))?.Id;
        }
        catch (TaskFailedException e) when (isOpen && e.ExitCode == ExitCode.External)
        {
            throw Unsettled(branch);
        }
    }

    private static bool IsAboutRef(GitHubAnswer answer) => answer.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict;

    // The move is a fast forward by the tip that another replica still shows, or somebody else holds the lock of the ref.
    private static bool IsBusy(GitHubAnswer answer) =>
        answer.Problem.Says("not a fast forward") || answer.Problem.Says("already exists") || answer.Problem.Says("does not exist") || answer.Problem.Says("lock");

    private TaskFailedException Refused(string branch, GitHubAnswer answer) => TaskFailedException.Refused(
        GitCodes.PushRefused,
        $"{calls.Api.Repository} refuses to move '{branch}': {answer.Problem.ToString().TrimEnd('.')}.",
        "Check branch protection and rulesets, other branches of that name and the permissions of the token, or promote by a pull request.");

    private TaskFailedException Unsettled(string branch) => TaskFailedException.External(
        GitCodes.PushUnsettled,
        $"It is not known whether '{branch}' of {calls.Api.Repository} was moved: {calls.Api.Repository.Api.Authority} gave no answer.",
        "Run the task again when the server answers: it adds what is missing and nothing else.");

    private static ForgeCommit? CommitIn(JsonElement json) =>
        json.TryGetProperty("commit", out var commit) && commit.TryGetProperty("tree", out var tree) && json.TryGetProperty("parents", out _)
            ? new ForgeCommit(Text(json, "sha"), Text(tree, "sha"), Parents(json))
            : null;

    /// <summary>The ids of a commit's parents.</summary>
    public static IReadOnlyList<string> Parents(JsonElement json) =>
        [.. json.GetProperty("parents").EnumerateArray().Select(parent => Text(parent, "sha"))];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");
}
