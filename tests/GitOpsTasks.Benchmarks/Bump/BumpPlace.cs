using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Bump;

/// <summary>A copy of the repository on some file system, served over HTTP from there, and a folder beside it to work in.</summary>
internal sealed class BumpPlace : IAsyncDisposable
{
    private readonly string _root;
    private readonly GitHttpServer _server;

    private BumpPlace(string root, int files, TimeSpan? roundTrip)
    {
        _root = root;
        Files = files;
        Repository = Path.Combine(root, "served", "repository.git");
        _server = new GitHttpServer(Path.GetDirectoryName(Repository)!);
        Proxy = roundTrip is { } time ? new DelayingProxy(_server.Url, time) : null;
        Url = $"{Proxy?.Url ?? _server.Url}/repository.git";
    }

    /// <summary>How many files the repository has.</summary>
    public int Files { get; }

    /// <summary>Absolute path of the repository that is served.</summary>
    public string Repository { get; }

    /// <summary>Its address.</summary>
    public string Url { get; }

    /// <summary>What is between; null where nothing is.</summary>
    public DelayingProxy? Proxy { get; }

    /// <summary>Makes one.</summary>
    /// <param name="parent">A folder on the file system meant.</param>
    /// <param name="files">How many files the repository has.</param>
    /// <param name="roundTrip">How far away the server seems; null for no proxy.</param>
    public static async Task<BumpPlace> CreateAsync(string parent, int files, TimeSpan? roundTrip = null)
    {
        var generated = await GeneratedRepository.FindAsync(files);
        var root = Path.Combine(parent, $"gitops-bump-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path.Combine(root, "served"));
        Directory.CreateDirectory(Path.Combine(root, "home"));
        await Shell.RunAsync("cp", ["-r", generated, Path.Combine(root, "served", "repository.git")]);
        return new BumpPlace(root, files, roundTrip);
    }

    /// <summary>A new empty folder to work in.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_root, Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>Runs a program with a home and a folder for temporary files of this place.</summary>
    public Task<TimeSpan> RunAsync(string folder, string program, params string[] arguments) => Shell.RunAsync(
        program,
        arguments,
        folder: folder,
        environment:
        [
            new("HOME", Path.Combine(_root, "home")), new("TMPDIR", folder), new("GIT_CONFIG_NOSYSTEM", "1"),
            new("GIT_AUTHOR_NAME", "Bench"), new("GIT_AUTHOR_EMAIL", "bench@example.com"),
            new("GIT_COMMITTER_NAME", "Bench"), new("GIT_COMMITTER_EMAIL", "bench@example.com"),
        ]);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Proxy is not null)
            await Proxy.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
