using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Races;

/// <summary>A configuration repository behind an HTTP server, and <c>gitops</c> processes that bump images in it.</summary>
public abstract class SharedRemote : IAsyncLifetime
{
    protected const string File = "apps/all/kustomization.yaml";

    protected static readonly bool IsFull = Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1";

    private GitHttpServer _server = null!;

    protected BareRepository Remote { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Remote = await BareRepository.CreateAsync();
        await Remote.CommitAsync("main", new Dictionary<string, string?> { [File] = FileWith(_ => "v1"), ["README.md"] = "hello\n" });
        _server = new GitHttpServer(Path.GetDirectoryName(Remote.FullPath)!);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Remote.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static string FileWith(Func<int, string> tag) =>
        "# the whole shop\nimages:\n" + string.Concat(Enumerable.Range(0, 50).Select(number => $"- name: app{number}x   # of team {number % 7}\n  newTag: {tag(number)}\n"));

    protected static GitOpsProcess NewProcess() => new("dotnet", Path.Combine(AppContext.BaseDirectory, "gitops.dll"));

    protected string[] Bump(string image) =>
        ["bump", "--repository", $"{_server.Url}/repository.git", "--push", "--image", image, "--output", "json", "--no-progress"];

    /// <summary>The commits since a revision, oldest first: one after the other, each of one line in the one file.</summary>
    protected async Task<IReadOnlyList<string>> CommitsSinceAsync(string revision)
    {
        var lines = (await Remote.GitAsync("rev-list", "--reverse", "--parents", $"{revision}..main")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var commits = lines.Select(line => line.Split(' ')).ToList();
        commits.ShouldAllBe(commit => commit.Length == 2);
        foreach (var commit in commits)
            (await Remote.NumstatAsync(commit[1], commit[0])).ShouldBe([$"1\t1\t{File}"]);
        await Remote.FsckAsync();
        return [.. commits.Select(commit => commit[0])];
    }
}
