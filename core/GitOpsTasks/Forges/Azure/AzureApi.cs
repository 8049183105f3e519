using GitOpsTasks.Contracts;
using Polly;

namespace GitOpsTasks.Forges.Azure;

/// <summary>
/// Requests to the API of one repository. Every address is built here, from the configured collection, so the token cannot reach
/// another one.
/// </summary>
internal sealed class AzureApi
{
    /// <summary>How long one attempt may take.</summary>
    public static readonly TimeSpan AttemptDeadline = TimeSpan.FromSeconds(100);

    private const string Version = "api-version=7.1";
    private const string Json = "application/json";
    private const string Patch = "application/json-patch+json";

    private readonly AzureHttp _http;
    private readonly ResiliencePipeline<AzureAnswer> _retry;

    public AzureApi(EngineContext context, AzureRepository repository)
    {
        _http = new AzureHttp(context, new AzureCredentials(context.Environment, repository));
        _retry = AzureRetry.Create(context.Time);
        Repository = repository;
        Time = context.Time;
    }

    /// <summary>The repository.</summary>
    public AzureRepository Repository { get; }

    /// <summary>The clock of waits.</summary>
    public TimeProvider Time { get; }

    /// <summary>Reads; repeated where that may help.</summary>
    /// <param name="path">Below the repository, with its values escaped.</param>
    /// <param name="wanted">What a refusal says was wanted, such as <c>look for pull requests</c>.</param>
    /// <param name="cancellationToken">Cancels the request and its retries.</param>
    /// <exception cref="TaskFailedException">It was refused, or there was no answer.</exception>
    public async Task<AzureAnswer> ReadAsync(string path, string wanted, CancellationToken cancellationToken) =>
        Succeeded(await RepeatAsync(token => SendOnceAsync(HttpMethod.Get, path, null, token), cancellationToken), wanted);

    /// <summary>Looks people and groups up; repeated where that may help.</summary>
    /// <exception cref="TaskFailedException">GOT7001: no answer at any attempt.</exception>
    public Task<AzureAnswer> FindIdentitiesAsync(string query, CancellationToken cancellationToken)
    {
        var address = new Uri($"{Repository.Identities.AbsoluteUri}?{query}&{Version}");
        return RepeatAsync(token => _http.SendAsync(HttpMethod.Get, address, null, Json, token), cancellationToken);
    }

    /// <summary>Writes; repeated where that may help, so the request must be one that can be sent twice.</summary>
    /// <exception cref="TaskFailedException">GOT7001: no answer at any attempt.</exception>
    public Task<AzureAnswer> SendAsync(HttpMethod method, string path, byte[] json, CancellationToken cancellationToken) =>
        RepeatAsync(token => SendOnceAsync(method, path, json, token), cancellationToken);

    /// <summary>Writes a JSON patch, which sets what it names.</summary>
    /// <exception cref="TaskFailedException">GOT7001: no answer at any attempt.</exception>
    public Task<AzureAnswer> PatchAsync(string path, byte[] patch, CancellationToken cancellationToken) =>
        RepeatAsync(token => _http.SendAsync(HttpMethod.Patch, AddressOf(path), patch, Patch, token), cancellationToken);

    /// <summary>Repeats a sequence of single requests as a whole.</summary>
    /// <exception cref="TaskFailedException">GOT7001: no answer at any attempt.</exception>
    public async Task<AzureAnswer> RepeatAsync(Func<CancellationToken, Task<AzureAnswer>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await _retry.ExecuteAsync(async token => await attempt(token), cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            throw TaskFailedException.External(
                ForgeCodes.Unreachable,
                $"{Repository.Collection.Authority} could not be reached: {e.Message}",
                "Check the address and the network, then try again; a repeated run continues.",
                e);
        }
    }

    /// <summary>Sends one request once.</summary>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="TimeoutException">There was no answer within <see cref="AttemptDeadline"/>.</exception>
    public Task<AzureAnswer> SendOnceAsync(HttpMethod method, string path, byte[]? json, CancellationToken cancellationToken) =>
        _http.SendAsync(method, AddressOf(path), json, Json, cancellationToken);

    /// <summary>The answer, if it is none of a refusal.</summary>
    /// <exception cref="TaskFailedException">It was refused.</exception>
    public AzureAnswer Succeeded(AzureAnswer answer, string wanted) =>
        answer.Succeeded ? answer : throw AzureFailure.From(answer, Repository, wanted);

    private Uri AddressOf(string path) => new(Repository.Api, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Version}");
}
