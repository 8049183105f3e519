using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>What the API answered to one request.</summary>
internal sealed record GitHubAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Body)
{
    private GitHubProblem? _problem;

    /// <summary>How long the server asked to be left alone; null where it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the primary rate limit is used up.</summary>
    public bool IsLimitUsedUp { get; init; }

    /// <summary>Whether a list goes on.</summary>
    public bool HasNextPage { get; init; }

    /// <summary>Whether the request did what it should.</summary>
    public bool Succeeded => (int)Status is >= 200 and <= 299;

    /// <summary>What went wrong, in the server's words.</summary>
    public GitHubProblem Problem => _problem ??= GitHubProblem.Parse(Body);

    /// <summary>Whether a rate limit stands in the way: the answer is no refusal, and nothing was done.</summary>
    public bool IsLimited =>
        Status == HttpStatusCode.TooManyRequests
        || (Status == HttpStatusCode.Forbidden && (IsLimitUsedUp || RetryAfter is not null || Problem.Says("secondary rate limit")));

    /// <summary>Whether the same request may succeed a little later.</summary>
    public bool IsTransient =>
        IsLimited
        || Status is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout
        || (Status == HttpStatusCode.UnprocessableEntity && Problem.Says("Could not resolve to a node"));

    /// <summary>The body of a success as an object.</summary>
    /// <exception cref="TaskFailedException">GOT7011: it is not what the API answers.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(Body.Span, type) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException e)
        {
            throw TaskFailedException.External(
                ForgeCodes.AnswerNotUnderstood,
                $"The forge answered {(int)Status} with something that is not its API's JSON.",
                "Check the API address; a proxy or a login page may have answered.",
                e);
        }
    }
}
