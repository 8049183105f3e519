using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>What the API answered to one request.</summary>
internal sealed record GitHubAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Body) : IForgeAnswer
{
    // What was made by the request before may not have reached the replica that answers.
    private static readonly string[] s_notEverywhereYet =
        ["Could not resolve to a node", "Object does not exist", "Tree SHA does not exist", "Parent SHA does not exist"];

    private GitHubProblem? _problem;

    /// <summary>How long the server asked to be left alone; null where it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the primary rate limit is used up.</summary>
    public bool IsLimitUsedUp { get; init; }

    /// <summary>The entity tag it can be asked for again by; null where it has none.</summary>
    public string? Tag { get; init; }

    /// <summary>Whether a list goes on.</summary>
    public bool HasNextPage { get; init; }

    /// <summary>Whether the request did what it should.</summary>
    public bool Succeeded => (int)Status is >= 200 and <= 299;

    /// <summary>What went wrong, in the server's words.</summary>
    public GitHubProblem Problem => _problem ??= GitHubProblem.Parse(Body);

    /// <summary>Whether a rate limit stands in the way: the answer is no refusal, and nothing was done.</summary>
    public bool IsLimited =>
        Status == HttpStatusCode.TooManyRequests
        || (Status == HttpStatusCode.Forbidden && (IsLimitUsedUp || RetryAfter is not null || Problem.Says("secondary rate limit")
            || Problem.Says("abuse detection")));

    /// <summary>Whether the same request may succeed a little later.</summary>
    public bool IsTransient =>
        IsLimited
        || Status is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout
        || (Status == HttpStatusCode.UnprocessableEntity && Array.Exists(s_notEverywhereYet, Problem.Says));

    /// <summary>The body of a success as an object.</summary>
    /// <exception cref="TaskFailedException">GOT7011: it is not what the API answers.</exception>
    public T Read<T>(JsonTypeInfo<T> type) =>
        Understand(() => JsonSerializer.Deserialize(Body.Span, type) ?? throw new JsonException("The answer is null."));

    /// <summary>What is read of the body of a success, member by member.</summary>
    /// <exception cref="TaskFailedException">GOT7011: it is not what the API answers.</exception>
    public T Read<T>(Func<JsonElement, T> read) => Understand(() =>
    {
        using var document = JsonDocument.Parse(Body);
        return read(document.RootElement);
    });

    // A member that is missing or of another type.
    private T Understand<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw TaskFailedException.External(
                ForgeCodes.AnswerNotUnderstood,
                $"The forge answered {(int)Status} with something that is not its API's JSON.",
                "Check the API address; a proxy or a login page may have answered.",
                e);
        }
    }
}
