namespace GitOpsTasks.Forges;

/// <summary>What decides whether a request to a forge's API is sent again.</summary>
internal interface IForgeAnswer
{
    /// <summary>Whether a limit stands in the way: the answer is no refusal, and nothing was done.</summary>
    bool IsLimited { get; }

    /// <summary>Whether the same request may succeed a little later.</summary>
    bool IsTransient { get; }

    /// <summary>How long the server asked to be left alone; null where it did not.</summary>
    TimeSpan? RetryAfter { get; }
}
