using Polly;
using Polly.Retry;

namespace GitOpsTasks.Git;

/// <summary>Tries calls again that failed for a reason that passes: a server that restarts, a connection that broke.</summary>
/// <param name="time">The clock of the waits.</param>
internal sealed class NetworkPersistence(TimeProvider time)
{
    /// <summary>Attempts after the first. Their waits come to about a quarter of a minute, a restart's length.</summary>
    public const int Retries = 5;

    /// <summary>Runs a call, and again after a wait each time it ends in such a fault; returns the last result whatever it is.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isTransient">Whether a result is such a fault.</param>
    /// <param name="cancellationToken">Cancels call and waits.</param>
    public async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> call, Func<T, bool> isTransient, CancellationToken cancellationToken)
    {
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is T result && isTransient(result)),
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = TimeSpan.FromSeconds(15),
                UseJitter = true,
            })
            .Build();
        return await pipeline.ExecuteAsync(async token => await call(token), cancellationToken);
    }
}
