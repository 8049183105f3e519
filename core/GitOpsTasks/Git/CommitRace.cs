using GitOpsTasks.Trees;
using Polly;
using Polly.Retry;

namespace GitOpsTasks.Git;

/// <summary>Tries to move a branch until it moves, as long as others are first.</summary>
/// <param name="time">The clock of waits and limits.</param>
/// <param name="limits">When to give up.</param>
internal sealed class CommitRace(TimeProvider time, RetryLimits limits)
{
    private readonly PushBackoff _backoff = new(Random.Shared.NextDouble);
    private readonly long _start = time.GetTimestamp();
    private long _attemptStart;

    /// <summary>The attempts begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>Runs an attempt, and again after a wait each time it is lost.</summary>
    /// <exception cref="LostRaceException">The last attempt the limits allow was lost too.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var retry = new RetryStrategyOptions
        {
            ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is LostRaceException && time.GetElapsedTime(_start) < limits.For),
            MaxRetryAttempts = Math.Max(1, limits.Retries),
            DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(Wait()),
        };
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        var pipeline = limits.Retries > 0 ? builder.AddRetry(retry).Build() : ResiliencePipeline.Empty;
        return await pipeline.ExecuteAsync(
            async token =>
            {
                Attempts++;
                _attemptStart = time.GetTimestamp();
                return await attempt(token);
            },
            cancellationToken);
    }

    // Never past the limit: the last attempt begins when it passes at the latest.
    private TimeSpan Wait()
    {
        var wait = _backoff.After(time.GetElapsedTime(_attemptStart));
        var left = limits.For - time.GetElapsedTime(_start);
        return wait < left ? wait : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
