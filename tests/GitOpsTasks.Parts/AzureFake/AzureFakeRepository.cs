using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>A repository in the fake: a real bare repository and the pull requests on it.</summary>
public sealed class AzureFakeRepository
{
    /// <summary>The identity of who the token stands for.</summary>
    public const string BuildService = "70b3686c-e640-402d-a131-000000000000";

    private readonly List<AzureFakePull> _pulls = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal AzureFakeRepository(string url, BareRepository git) => (Url, Git) = (url, git);

    /// <summary>Where people and git find it: <c>http://127.0.0.1:PORT/COLLECTION/PROJECT/_git/NAME</c>.</summary>
    public string Url { get; }

    /// <summary>The repository itself.</summary>
    public BareRepository Git { get; }

    /// <summary>Whether a policy of the target is not met yet.</summary>
    public bool HasPendingPolicy { get; set; }

    /// <summary>People and teams: ids, accounts and names.</summary>
    public IReadOnlyList<(string Id, string Account, string Name)> Identities { get; } =
    [
        ("11111111-1111-1111-1111-111111111111", "alice@example.com", "Alice"),
        ("22222222-2222-2222-2222-222222222222", "bob@example.com", "Bob"),
        ("33333333-3333-3333-3333-333333333333", "bobby@example.com", "Bob"),
        ("44444444-4444-4444-4444-444444444444", "[Platform Team]\\Ops", "[Platform Team]\\Ops"),
    ];

    /// <summary>What was said of commits, oldest first.</summary>
    public IList<AzureFakeStatus> Statuses { get; } = [];

    /// <summary>All pull requests, ordered by number.</summary>
    public IReadOnlyList<AzureFakePull> Pulls => _pulls;

    internal AzureFakePull? Pull(string number) => int.TryParse(number, out var n) && n >= 1 && n <= _pulls.Count ? _pulls[n - 1] : null;

    /// <summary>Adds one.</summary>
    public void Add(AzureFakePull pull) => _pulls.Add(pull);

    /// <summary>Brings an active pull request in line with its branches, and completes it where that was asked for.</summary>
    internal async Task FollowAsync(AzureFakePull pull)
    {
        if (pull.Status != "active")
            return;
        pull.SourceCommit = await Git.TipAsync(pull.Source) ?? pull.SourceCommit;
        if (pull.Iterations.Count == 0 || pull.Iterations[^1].Commit != pull.SourceCommit)
            pull.Iterations.Add((pull.SourceCommit, Tick()));
        var strategy = pull.Queued ?? (HasPendingPolicy ? null : pull.AutoComplete);
        if (strategy is not null)
            await CompleteAsync(pull, strategy);
    }

    /// <summary>A person votes, on the pull request as it is now. A vote stays when somebody pushes.</summary>
    public async Task VoteAsync(AzureFakePull pull, string id, int vote)
    {
        await FollowAsync(pull);
        pull.Votes.Add((id, vote, Tick()));
    }

    /// <summary>How far a merge would be.</summary>
    internal async Task<string> MergeStatusAsync(AzureFakePull pull) => pull.Outcome.Length > 0 ? pull.Outcome
        : pull.Queued is not null ? "queued"
        : await MergedTreeAsync(pull) is null ? "conflicts" : "succeeded";

    /// <summary>Whether nothing conflicts.</summary>
    public async Task<bool> IsMergeableAsync(AzureFakePull pull)
    {
        await FollowAsync(pull);
        return await MergedTreeAsync(pull) is not null;
    }

    /// <summary>Completes a pull request as its page does: a merge of trees, a commit, and the target moved only if nobody moved it meanwhile.</summary>
    public async Task CompleteAsync(AzureFakePull pull, string strategy)
    {
        pull.Queued = null;
        if (HasPendingPolicy)
        {
            pull.Outcome = "rejectedByPolicy";
            return;
        }

        var target = await Git.TipAsync(pull.Target);
        pull.SourceCommit = await Git.TipAsync(pull.Source) ?? pull.SourceCommit;
        if (target is null || await MergedTreeAsync(pull) is not { } tree)
        {
            pull.Outcome = "conflicts";
            return;
        }

        string[] parents = strategy == "squash" ? ["-p", target] : ["-p", target, "-p", pull.SourceCommit];
        var commit = await Git.GitAsync(["commit-tree", tree, .. parents, "-m", $"Merged PR {pull.Number}: {pull.Title}"]);
        if ((await Git.TryGitAsync(["update-ref", $"refs/heads/{pull.Target}", commit, target])).Succeeded)
            (pull.Status, pull.Outcome) = ("completed", "succeeded");
    }

    private DateTimeOffset Tick() => _now = _now.AddMinutes(1);

    private async Task<string?> MergedTreeAsync(AzureFakePull pull)
    {
        var result = await Git.TryGitAsync(["merge-tree", "--write-tree", $"refs/heads/{pull.Target}", pull.SourceCommit]);
        return result.ExitCode == 0 ? result.Text.Split('\n')[0] : null;
    }

    /// <summary>A person or team as JSON.</summary>
    internal JsonObject IdentityJson(string id)
    {
        var (_, account, name) = Identities.FirstOrDefault(identity => identity.Id == id);
        return new JsonObject { ["id"] = id, ["uniqueName"] = account ?? "Build\\70b3686c", ["displayName"] = name ?? "Platform Team Build Service (acme)" };
    }
}
