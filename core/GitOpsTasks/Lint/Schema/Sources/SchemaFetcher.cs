using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using GitOpsTasks.Contracts;
using Polly;
using Polly.Retry;

namespace GitOpsTasks.Lint.Schema.Sources;

/// <summary>Reads schema files: local ones, or by HTTP with a cache on disk. Each address is asked for once, however many want it.</summary>
internal sealed class SchemaFetcher
{
    private const int Attempts = 3;
    private const int MostRedirects = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]?>>> _asked = new(StringComparer.Ordinal);
    private readonly EngineContext _context;
    private readonly string _cache;
    private readonly ResiliencePipeline _retry;

    public SchemaFetcher(EngineContext context, string cache)
    {
        _context = context;
        _cache = cache;
        _retry = new ResiliencePipelineBuilder { TimeProvider = context.Time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Attempts - 1,
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>(IsPassing),
            })
            .Build();
    }

    /// <summary>The bytes of a schema; null where there is none.</summary>
    /// <exception cref="HttpRequestException">The server failed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Task<byte[]?> ReadAsync(string location, CancellationToken cancellationToken) =>
        _asked.GetOrAdd(location, _ => new Lazy<Task<byte[]?>>(() => IsAddress(location)
            ? DownloadAsync(location, cancellationToken)
            : ReadFileAsync(_context.Resolve(location), cancellationToken))).Value;

    private static bool IsAddress(string location) =>
        location.StartsWith("http://", StringComparison.Ordinal) || location.StartsWith("https://", StringComparison.Ordinal);

    private static bool IsPassing(HttpRequestException failure) =>
        failure.StatusCode is null or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;

    private static async Task<byte[]?> ReadFileAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : null;

    private async Task<byte[]?> DownloadAsync(string address, CancellationToken cancellationToken)
    {
        var cached = Path.Join(_cache, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address))) + ".json");
        if (await ReadFileAsync(cached, cancellationToken) is { } known)
            return known;
        var content = await _retry.ExecuteAsync(async token => await GetAsync(new Uri(address), token), cancellationToken);
        if (content is not null)
            await KeepAsync(cached, content, cancellationToken);
        return content;
    }

    // The client follows no redirects; without credentials there is nothing to lose by following them.
    private async Task<byte[]?> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            return await FollowAsync(address, cancellationToken);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"no answer within {Limit.TotalSeconds:0} seconds", e);
        }
    }

    private async Task<byte[]?> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        for (var count = 0; count <= MostRedirects; count++)
        {
            using var response = await _context.Http.GetAsync(address, limit.Token);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                return null;
            if (response.Headers.Location is { } next && (int)response.StatusCode is >= 300 and < 400)
            {
                address = new Uri(address, next);
                continue;
            }

            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsByteArrayAsync(limit.Token);
        }

        throw new HttpRequestException($"{address} leads in circles.", inner: null, HttpStatusCode.LoopDetected);
    }

    // Written beside and moved into place: another run may read it at the same time. A cache that cannot be written is none.
    private async Task KeepAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(_cache);
            var part = $"{path}.{Guid.NewGuid():N}";
            await File.WriteAllBytesAsync(part, content, cancellationToken);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _context.Progress.Report($"schemas are not kept in {_cache}: {e.Message}");
        }
    }
}
