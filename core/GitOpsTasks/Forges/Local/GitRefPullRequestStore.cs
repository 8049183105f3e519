using System.Globalization;
using System.Text.Json;
using GitOpsTasks.Contracts;

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
    private readonly string _remote;

    /// <summary>A store in one repository.</summary>
    /// <param name="context">Starts git and names the scratch folder.</param>
    /// <param name="remote">A path, absolute or relative to the context's directory, or an address git can push to.</param>
    /// <exception cref="TaskFailedException">GOT7010: the address holds a password.</exception>
    public GitRefPullRequestStore(EngineContext context, string remote)
    {
        _context = context;
        _remote = System.IO.Directory.Exists(context.Resolve(remote)) ? context.Resolve(remote) : remote;
        Name = NameOf(_remote);
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public async Task<PullRequestSnapshot> ReadAllAsync(CancellationToken cancellationToken)
    {
        using var git = await ScratchGit.CreateAsync(_context, _remote, Name, cancellationToken);
        var blobs = await git.FetchBlobsAsync($"{RefPrefix}*", cancellationToken);
        var pulls = blobs.Where(b => IsNumbered(b.Name)).Select(b => new StoredPullRequest(Parse(b.Content), b.Id));
        var branches = await git.ListRefsAsync([$"{BranchPrefix}*"], cancellationToken);
        return new PullRequestSnapshot(
            [.. pulls.OrderBy(p => p.Content.Number)],
            branches.Where(b => b.Key.StartsWith(BranchPrefix, StringComparison.Ordinal))
                .ToDictionary(b => b.Key[BranchPrefix.Length..], b => b.Value));
    }

    /// <inheritdoc />
    public async Task<bool> TryWriteAsync(LocalPullRequest content, string? expectedVersion, CancellationToken cancellationToken)
    {
        using var git = await ScratchGit.CreateAsync(_context, _remote, Name, cancellationToken);
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
                ForgeCodes.StoreFailed,
                $"A pull request kept in {Name} is not the JSON it should be.",
                $"Look at the refs below {RefPrefix} and delete the broken one.",
                e);
        }
    }

    private static string NameOf(string remote)
    {
        if (!remote.Contains("://", StringComparison.Ordinal) || !Uri.TryCreate(remote, UriKind.Absolute, out var address))
            return remote;
        if (!address.UserInfo.Contains(':'))
            return address.UserInfo.Length == 0 ? remote : remote.Replace($"{address.UserInfo}@", "", StringComparison.Ordinal);
        throw TaskFailedException.Usage(
            ForgeCodes.AddressUnusable,
            $"The address of the repository on {address.Host} holds a password, which others could see.",
            "Take it out of the address; git's credential helpers and ssh keys are used as they are set up.");
    }
}
