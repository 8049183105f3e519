namespace GitOpsTasks.Trees;

/// <summary>How long a write is tried again where other writers were first.</summary>
/// <param name="Retries">Attempts after the first; 0 or more.</param>
/// <param name="For">The time after which no further attempt begins, measured from the first.</param>
public sealed record RetryLimits(int Retries, TimeSpan For)
{
    /// <summary>Generous: enough for a hundred writers at once.</summary>
    public static RetryLimits Default { get; } = new(50, TimeSpan.FromMinutes(15));
}
