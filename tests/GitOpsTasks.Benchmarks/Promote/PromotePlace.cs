using GitOpsTasks.Benchmarks.Bump;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Promote;

/// <summary>
/// The GitHub fake over a real bare repository of 100,000 files, in which 50 applications have a version in dev that staging lacks,
/// behind a proxy that counts bytes, and a folder to work in.
/// </summary>
internal sealed class PromotePlace : IAsyncDisposable
{
    /// <summary>How many files the repository has.</summary>
    public const int Files = 100_000;

    /// <summary>How many applications are promoted.</summary>
    public const int Apps = 50;

    /// <summary>The version they are promoted to.</summary>
    public const string Version = "3.0.7";

    private readonly GitHubFake _gitHub = new();
    private readonly string _root = Directory.CreateTempSubdirectory("gitops-promote-").FullName;
    private readonly DelayingProxy _proxy;
    private GitHubFakeRepository _repository = null!;
    private int _before;

    private PromotePlace(TimeSpan roundTrip)
    {
        _proxy = new DelayingProxy(_gitHub.Url, roundTrip);
        Directory.CreateDirectory(Path.Combine(_root, "home"));
    }

    /// <summary>The names of the applications, one in twenty of all.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(0, Apps).Select(number => $"service-{number * 20:0000}")];

    /// <summary>The address of the server, without a slash at the end.</summary>
    public string Url => _proxy.Url;

    /// <summary>The address of the API, without a slash at the end.</summary>
    public string ApiUrl => $"{Url}/api/v3";

    /// <summary>The token the server knows.</summary>
    public string Token => _gitHub.Token;

    /// <summary>Bytes from the server and to it since the last start.</summary>
    public (long Received, long Sent) Bytes => (_proxy.Received, _proxy.Sent);

    /// <summary>What was asked since the last start.</summary>
    public RequestKinds Requests => new([.. _gitHub.Requests.Skip(_before)]);

    /// <summary>Makes one.</summary>
    /// <param name="roundTrip">How far away the server seems; zero for no distance.</param>
    public static async Task<PromotePlace> CreateAsync(TimeSpan roundTrip)
    {
        var generated = await GeneratedRepository.FindAsync(Files);
        var place = new PromotePlace(roundTrip);
        place._repository = await place._gitHub.AddRepositoryAsync("acme", "gitops");
        var git = place._repository.Git;
        foreach (var setting in (string[])["receive.autogc=false", "gc.auto=0"])
            await git.GitAsync(["config", .. setting.Split('=')]);
        await git.GitAsync("fetch", "--quiet", generated, "+refs/heads/*:refs/heads/*");
        await git.CommitAsync("main", Names.SelectMany(name => (IEnumerable<KeyValuePair<string, string?>>)
        [
            new(OverlayOf(name, "dev"), Kustomization(name, Version)), new(OverlayOf(name, "staging"), Kustomization(name, "3.0.6")),
        ]).ToDictionary());
        return place;
    }

    /// <summary>The file that says what an application runs in an environment.</summary>
    public static string OverlayOf(string name, string environment) => $"apps/{name}/overlays/{environment}/kustomization.yaml";

    /// <summary>Begins a run: counts from nothing again and, where that is wanted, removes a branch and with it its pull request.</summary>
    public async Task StartAsync(string? withoutBranch)
    {
        if (withoutBranch is not null)
        {
            // A pull request is closed when the server next looks at its branch.
            await _repository.Git.GitAsync("update-ref", "-d", $"refs/heads/{withoutBranch}");
            using var http = new HttpClient();
            using var looked = await http.GetAsync($"{_gitHub.ApiUrl}/repos/acme/gitops");
        }

        _gitHub.RemainingRequests = 5000;
        _before = _gitHub.Requests.Count;
        _proxy.Reset();
    }

    /// <summary>Throws where a branch does not hold exactly the promotion.</summary>
    public async Task CheckAsync(string branch)
    {
        var changed = await _repository.Git.NumstatAsync("main", branch);
        if (!changed.Order(StringComparer.Ordinal).SequenceEqual(Names.Select(name => $"1\t1\t{OverlayOf(name, "staging")}")))
            throw new InvalidOperationException($"'{branch}' is not the promotion: {string.Join(' ', changed)}");
        if (_repository.Pulls.Count(pull => pull.IsOpen && pull.HeadRef == branch) != 1)
            throw new InvalidOperationException($"'{branch}' has no pull request.");
    }

    /// <summary>A new empty folder to work in.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_root, Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>Runs a program in the environment of this place.</summary>
    public Task<TimeSpan> RunAsync(string folder, string program, IEnumerable<string> arguments, int expectedExitCode = 0) => Shell.RunAsync(
        program,
        arguments,
        expectedExitCode,
        folder,
        Environment(folder));

    /// <summary>The environment of programs: a home and a folder for temporary files of this place, the server, and who commits.</summary>
    public Dictionary<string, string> Environment(string folder) => new()
    {
        ["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "",
        ["HOME"] = Path.Combine(_root, "home"), ["TMPDIR"] = folder, ["GIT_CONFIG_NOSYSTEM"] = "1", ["GIT_TERMINAL_PROMPT"] = "0",
        ["GITOPS_TOKEN"] = Token, ["GITHUB_SERVER_URL"] = Url, ["GITHUB_API_URL"] = ApiUrl,
        ["GIT_AUTHOR_NAME"] = "Bench", ["GIT_AUTHOR_EMAIL"] = "bench@example.com",
        ["GIT_COMMITTER_NAME"] = "Bench", ["GIT_COMMITTER_EMAIL"] = "bench@example.com",
    };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _gitHub.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private static string Kustomization(string name, string version) =>
        $"""
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
        - ../../base
        images:
        - name: registry.example.com/shop/{name}   # set by the pipeline
          newTag: {version}
        - name: registry.example.com/platform/sidecar
          newTag: 2.4.0

        """;
}
