using System.Net;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.Azure;

/// <summary>What the API answered to one request.</summary>
internal sealed record AzureAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Body) : IForgeAnswer
{
    private AzureProblem? _problem;

    /// <summary>How long the server asked to be left alone; null where it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where a list goes on; null where it ends, or is paged by numbers.</summary>
    public string? ContinuationToken { get; init; }

    /// <summary>
    /// Whether it is the page to sign in at, which is answered instead of a 401 where a token is missing, expired or of another
    /// organisation: a 203 with that page, or a redirect to it.
    /// </summary>
    public bool IsSignIn { get; init; }

    /// <summary>Whether the request did what it should.</summary>
    public bool Succeeded => (int)Status is >= 200 and <= 299 && !IsSignIn;

    /// <summary>What went wrong, in the server's words.</summary>
    public AzureProblem Problem => _problem ??= AzureProblem.Parse(Body);

    /// <summary>Whether a limit stands in the way: the answer is no refusal, and nothing was done.</summary>
    public bool IsLimited => Status == HttpStatusCode.TooManyRequests
        || (Status == HttpStatusCode.ServiceUnavailable && (RetryAfter is not null || Problem.Says("TF400733")));

    /// <summary>Whether the same request may succeed a little later.</summary>
    public bool IsTransient => IsLimited
        || Status is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout;

    /// <summary>What is read of the body of a success, member by member.</summary>
    /// <exception cref="TaskFailedException">GOT7011: it is not what the API answers.</exception>
    public T Read<T>(Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw TaskFailedException.External(
                ForgeCodes.AnswerNotUnderstood,
                $"The forge answered {(int)Status} with something that is not its API's JSON.",
                "Check the address; a proxy or a login page may have answered.",
                e);
        }
    }
}
