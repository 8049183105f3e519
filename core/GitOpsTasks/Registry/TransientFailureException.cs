namespace GitOpsTasks.Registry;

/// <summary>A failure that may pass: an answer of 429 or 5xx, a connection that broke. Does not leave this room.</summary>
internal sealed class TransientFailureException(string what, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(what, inner)
{
    /// <summary>How long the server asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
