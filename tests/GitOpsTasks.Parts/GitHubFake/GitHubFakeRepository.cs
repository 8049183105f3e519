namespace GitOpsTasks.Parts;

/// <summary>A repository in the fake: a real bare repository and the pull requests on it.</summary>
public sealed class GitHubFakeRepository
{
    private readonly List<GitHubFakePull> _pulls = [];

    internal GitHubFakeRepository(string owner, string name, string url, BareRepository git)
    {
        Owner = owner;
        Name = name;
        Url = url;
        Git = git;
    }

    /// <summary>The user or organisation.</summary>
    public string Owner { get; }

    /// <summary>The repository's name.</summary>
    public string Name { get; }

    /// <summary><c>OWNER/NAME</c>.</summary>
    public string FullName => $"{Owner}/{Name}";

    /// <summary>Where people and git find it: <c>http://127.0.0.1:PORT/OWNER/NAME</c>; git also with <c>.git</c>.</summary>
    public string Url { get; }

    /// <summary>The repository itself.</summary>
    public BareRepository Git { get; }

    /// <summary>How many entries a recursive listing has at most before it is cut off.</summary>
    public int LongestListing { get; set; } = 100_000;

    /// <summary>Who can be asked for reviews and be assigned.</summary>
    public ISet<string> Collaborators { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "alice", "bob", "acme/ops" };

    /// <summary>The titles of open milestones, numbered from 1.</summary>
    public IList<string> Milestones { get; } = [];

    /// <summary>Whether merging by itself can be scheduled.</summary>
    public bool AllowsAutoMerge { get; set; } = true;

    /// <summary>Whether checks that are required for a merge have not ended.</summary>
    public bool HasPendingChecks { get; set; }

    /// <summary>What was said of commits, the oldest first.</summary>
    public IList<GitHubFakeCheck> Checks { get; } = [];

    /// <summary>All pull requests, ordered by number, as of the last request.</summary>
    public IReadOnlyList<GitHubFakePull> Pulls => _pulls;

    /// <summary>Where a pull request's number comes from.</summary>
    internal int NextNumber => _pulls.Count + 1;

    internal GitHubFakePull? Pull(string number) =>
        int.TryParse(number, out var n) && n >= 1 && n <= _pulls.Count ? _pulls[n - 1] : null;

    internal void Add(GitHubFakePull pull) => _pulls.Add(pull);

    /// <summary>
    /// Brings open pull requests in line with the branches, whoever moved them: the head commit follows its branch, a
    /// missing branch closes, and a head that the base has taken in is merged.
    /// </summary>
    internal async Task FollowBranchesAsync()
    {
        var open = _pulls.Where(p => p.IsOpen).ToList();
        var refs = open.Count == 0 ? new Dictionary<string, string>() : await Git.RefsAsync();
        foreach (var pull in open)
        {
            var tip = pull.HeadRepository is not { } head ? null
                : head == this ? refs.GetValueOrDefault($"refs/heads/{pull.HeadRef}")
                : await head.Git.TipAsync(pull.HeadRef);
            if (tip is null || refs.GetValueOrDefault($"refs/heads/{pull.BaseRef}") is not { } baseTip)
            {
                pull.IsOpen = false;
                continue;
            }

            if (pull.Followed == (tip, baseTip))
                continue;
            pull.Followed = (tip, baseTip);

            if (tip != pull.HeadSha)
            {
                await TakeHeadAsync(pull.Number, pull.HeadRepository!, tip);
                pull.HeadSha = tip;
            }

            if (await IsAncestorAsync(tip, baseTip))
            {
                pull.IsOpen = false;
                pull.MergedAt = DateTimeOffset.UnixEpoch;
                pull.MergeCommit = baseTip;
            }
        }
    }

    /// <summary>Points <c>refs/pull/N/head</c> at a commit, fetched from a fork where it is in one.</summary>
    internal async Task TakeHeadAsync(int number, GitHubFakeRepository from, string commit)
    {
        if (from != this)
            await Git.GitAsync("fetch", "--quiet", "--no-tags", from.Git.FullPath, $"+{commit}:refs/pull/{number}/head");
        else
            await Git.GitAsync("update-ref", $"refs/pull/{number}/head", commit);
    }

    internal async Task<bool> IsAncestorAsync(string ancestor, string descendant) =>
        (await Git.TryGitAsync(["merge-base", "--is-ancestor", ancestor, descendant])).Succeeded;

    /// <summary>The tree two commits merge to, or null where they conflict.</summary>
    internal async Task<string?> MergedTreeAsync(string ours, string theirs)
    {
        var result = await Git.TryGitAsync(["merge-tree", "--write-tree", ours, theirs]);
        return result.ExitCode switch
        {
            0 => result.Text,
            1 => null,
            _ => throw new InvalidOperationException($"git merge-tree: {result.Error}"),
        };
    }
}
