using GitOpsTasks.Processes;

namespace GitOpsTasks.Contracts;

/// <summary>All that the engine takes from the world around it, handed in by the host.</summary>
public sealed record EngineContext
{
    private HttpClient? _httpClient;

    /// <summary>Absolute directory that relative paths of a request are resolved against.</summary>
    public required string Directory { get; init; }

    /// <summary>Absolute directory for scratch files; each use makes and removes a folder of its own in it.</summary>
    public required string ScratchRoot { get; init; }

    /// <summary>The environment variables of the host.</summary>
    public required EnvironmentSnapshot Environment { get; init; }

    /// <summary>The program and arguments that start this host again, for configuration that has others call it.</summary>
    public IReadOnlyList<string> HostCommand { get; init; } = ["gitops"];

    /// <summary>Starts programs; hosts pass <see cref="SystemProcessRunner.RunAsync"/>.</summary>
    public RunProcess RunProcess { get; init; } = SystemProcessRunner.RunAsync;

    /// <summary>Starts programs that are talked to while they run; hosts pass <see cref="SystemProcessRunner.StartPiped"/>.</summary>
    public StartProcess StartProcess { get; init; } = SystemProcessRunner.StartPiped;

    /// <summary>Makes the handler under every HTTP client; called once, when the first request is made.</summary>
    public Func<HttpMessageHandler> HttpHandler { get; init; } = () => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Clock and timers.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The columns of the terminal that results are shown on; null where they are not shown on one.</summary>
    public int? TerminalWidth { get; init; }

    /// <summary>Where progress goes.</summary>
    public IProgressStep Progress { get; init; } = SilentProgress.Instance;

    /// <summary>
    /// The HTTP client of this context: no redirects are followed, no default headers are set, and each caller bounds its
    /// own requests in time. Credentials go on single requests, to the origin they belong to.
    /// </summary>
    public HttpClient Http => _httpClient ??= new HttpClient(HttpHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>An absolute path from one that may be relative to <see cref="Directory"/>.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Directory);

    /// <summary>The time commits and images are stamped with: SOURCE_DATE_EPOCH where it is set, else now.</summary>
    public DateTimeOffset StampTime =>
        long.TryParse(Environment["SOURCE_DATE_EPOCH"], out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : Time.GetUtcNow();
}
