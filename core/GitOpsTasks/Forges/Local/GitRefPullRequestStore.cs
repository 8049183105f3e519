using System.Globalization;
using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;

namespace GitOpsTasks.Forges.Local;

/// <summary>
/// Pull requests as refs of a git repository: <c>refs/gitops/pull-requests/N</c> points at a blob of JSON. git moves a
/// ref only from the value the writer saw, which makes each write a compare-and-swap, over whatever remote git can push to.
/// </summary>
public sealed class GitRefPullRequestStore : IPullRequestStore
{
    /// <summary>What the names of the refs begin with; the number follows.</summary>
    public const string RefPrefix = "refs/gitops/pull-requests/";

    private const string BranchPrefix = "refs/heads/";

    private readonly EngineContext _context;
    private readonly GitRemote _remote;

    /// <summary>A store in one repository.</summary>
    /// <param name="context">Starts git and names the scratch folder.</param>
    /// <param name="remote">The repository.</param>
    public GitRefPullRequestStore(EngineContext context, GitRemote remote)
    {
        _context = context;
        _remote = remote;
    }

    /// <inheritdoc />
    public string Name => _remote.Display;

    /// <inheritdoc />
    public async Task<PullRequestSnapshot> ReadAllAsync(CancellationToken cancellationToken)
    {
        using var git = await ScratchGit.CreateAsync(_context, _remote, cancellationToken);
        var blobs = await git.FetchBlobsAsync($"{RefPrefix}*", cancellationToken);
        var pulls = blobs.Where(b => IsNumbered(b.Name)).Select(b => new StoredPullRequest(Parse(b.Content), b.Id));
        var branches = await git.ListRefsAsync($"{BranchPrefix}*", cancellationToken);
        return new PullRequestSnapshot(
            [.. pulls.OrderBy(p => p.Content.Number)],
            branches.Where(b => b.Key.StartsWith(BranchPrefix, StringComparison.Ordinal))
                .ToDictionary(b => b.Key[BranchPrefix.Length..], b => b.Value));
    }

    /// <inheritdoc />
    public async Task<bool> TryWriteAsync(LocalPullRequest content, string? expectedVersion, CancellationToken cancellationToken)
    {
        using var git = await ScratchGit.CreateAsync(_context, _remote, cancellationToken);
        var json = JsonSerializer.SerializeToUtf8Bytes(content, LocalJson.Default.LocalPullRequest);
        return await git.PushBlobAsync(json, $"{RefPrefix}{content.Number}", expectedVersion, cancellationToken);
    }

    private static bool IsNumbered(string name) =>
        name.StartsWith(RefPrefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(RefPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private LocalPullRequest Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json.Span, LocalJson.Default.LocalPullRequest)
                ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw TaskFailedException.External(
                ForgeCodes.StoreBroken,
                $"A pull request kept in {Name} is not the JSON it should be.",
                $"Look at the refs below {RefPrefix} and delete the broken one.",
                e);
        }
    }
}
