using System.Globalization;
using System.Net;
using System.Text.Json.Serialization.Metadata;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>Labels, people and milestones of pull requests. What is there is not sent again.</summary>
internal sealed class GitHubExtras(GitHubApi api, GitHubLists lists)
{
    /// <summary>Adds what a pull request lacks; a warning for each thing that is not taken.</summary>
    public async Task<IReadOnlyList<Diagnostic>> AddAsync(PullRequest pull, PullRequestExtras extras, CancellationToken cancellationToken)
    {
        var warnings = new List<Diagnostic?>();
        var labels = Missing(extras.Labels, pull.Extras.Labels);
        if (labels.Count > 0)
            warnings.Add(await SendAsync(HttpMethod.Post, $"issues/{pull.Number}/labels", new GitHubLabels(labels), GitHubJson.Default.GitHubLabels, $"label pull request {pull.Number}", cancellationToken));
        var assignees = Missing(extras.Assignees, pull.Extras.Assignees);
        if (assignees.Count > 0)
            warnings.Add(await SendAsync(HttpMethod.Post, $"issues/{pull.Number}/assignees", new GitHubIssueChange(Assignees: assignees), GitHubJson.Default.GitHubIssueChange, $"assign pull request {pull.Number}", cancellationToken));
        if (extras.Milestone is { } milestone && pull.Extras.Milestone is null)
            warnings.Add(await SetMilestoneAsync(pull, milestone, cancellationToken));
        var reviewers = await UnaskedAsync(pull, Missing(extras.Reviewers, pull.Extras.Reviewers), cancellationToken);
        if (reviewers.Count > 0)
            warnings.Add(await AskAsync(pull, reviewers, cancellationToken));
        return [.. warnings.OfType<Diagnostic>()];
    }

    private Task<Diagnostic?> AskAsync(PullRequest pull, IReadOnlyList<string> reviewers, CancellationToken cancellationToken)
    {
        var users = reviewers.Where(name => !IsTeam(name)).ToList();
        var teams = reviewers.Where(IsTeam).Select(name => name[(name.IndexOf('/') + 1)..]).ToList();
        return SendAsync(
            HttpMethod.Post, $"pulls/{pull.Number}/requested_reviewers", new GitHubReviewers(users, teams), GitHubJson.Default.GitHubReviewers, $"ask {string.Join(", ", reviewers)} for a review", cancellationToken);
    }

    // Who gave a review is asked no more, and a team none of whose members can be told from it neither.
    private async Task<IReadOnlyList<string>> UnaskedAsync(PullRequest pull, IReadOnlyList<string> reviewers, CancellationToken cancellationToken)
    {
        if (reviewers.Count == 0)
            return reviewers;
        var given = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var review in lists.ReadAsync($"pulls/{pull.Number}/reviews", GitHubJson.Default.IReadOnlyListGitHubReview, "read reviews", cancellationToken))
            given.Add(review.User?.Login ?? "");
        return [.. reviewers.Where(name => IsTeam(name) ? given.Count == 0 : !given.Contains(name))];
    }

    private async Task<Diagnostic?> SetMilestoneAsync(PullRequest pull, string milestone, CancellationToken cancellationToken)
    {
        int? number = int.TryParse(milestone, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
        if (number is null)
        {
            await foreach (var known in lists.ReadAsync("milestones?state=open", GitHubJson.Default.IReadOnlyListGitHubMilestone, "read milestones", cancellationToken))
                number ??= known.Title == milestone ? known.Number : null;
        }

        return number is null
            ? Diagnostic.Warning(ForgeCodes.ExtraRefused, $"{api.Repository} has no open milestone '{milestone}'.", "Make the milestone, or correct its title.")
            : await SendAsync(HttpMethod.Patch, $"issues/{pull.Number}", new GitHubIssueChange(number), GitHubJson.Default.GitHubIssueChange, $"set the milestone of pull request {pull.Number}", cancellationToken);
    }

    private async Task<Diagnostic?> SendAsync<T>(
        HttpMethod method, string path, T body, JsonTypeInfo<T> type, string wanted, CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(method, path, body, type, cancellationToken);
        if (answer.Succeeded)
            return null;
        if (answer.Status != HttpStatusCode.UnprocessableEntity || answer.IsTransient)
            throw GitHubFailure.From(answer, api.Repository, wanted);
        var said = answer.Problem.ToString().TrimEnd('.');
        return Diagnostic.Warning(ForgeCodes.ExtraRefused, $"{api.Repository.Api.Host} did not {wanted}: {said}.", "Correct the name; who opened a pull request cannot review it, and teams need a token that may read the organisation.");
    }

    private static bool IsTeam(string name) => name.Contains('/');

    private static IReadOnlyList<string> Missing(IReadOnlyList<string> wanted, IReadOnlyList<string> has) =>
        [.. wanted.Except(has, StringComparer.OrdinalIgnoreCase)];
}
