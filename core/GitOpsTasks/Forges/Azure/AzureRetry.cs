using Polly;

namespace GitOpsTasks.Forges.Azure;

/// <summary>How requests are repeated: half a minute and more after a limit that names no time.</summary>
internal static class AzureRetry
{
    private static readonly TimeSpan s_afterLimit = TimeSpan.FromSeconds(30);

    /// <summary>Repeats an attempt.</summary>
    /// <param name="time">The clock of waits.</param>
    public static ResiliencePipeline<AzureAnswer> Create(TimeProvider time) =>
        ForgeRetry.Create<AzureAnswer>(time, s_afterLimit);
}
