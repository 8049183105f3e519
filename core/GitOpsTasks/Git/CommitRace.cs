using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using Polly;
using Polly.Retry;

namespace GitOpsTasks.Git;

/// <summary>Tries to move a branch until it moves, as long as others are first.</summary>
/// <param name="time">The clock of waits and limits.</param>
/// <param name="request">Names the branch, and when to give up.</param>
/// <param name="remote">The repository.</param>
internal sealed class CommitRace(TimeProvider time, CommitRequest request, GitRemote remote)
{
    private readonly PushBackoff _backoff = new(Random.Shared.NextDouble);
    private readonly long _start = time.GetTimestamp();
    private long _attemptStart;

    /// <summary>The attempts begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>Runs an attempt, and again after a wait each time it is lost.</summary>
    /// <exception cref="TaskFailedException">The last attempt the limits allow was lost too.</exception>
    public async Task<CommitOutcome> RunAsync(Func<CancellationToken, Task<CommitOutcome>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await RepeatAsync(attempt, cancellationToken);
            return outcome with { Attempts = Attempts };
        }
        catch (LostRaceException)
        {
            throw TaskFailedException.External(
                TreeCodes.BranchKeptMoving,
                $"The branch '{request.Branch}' of '{remote.Display}' moved at each of {Attempts} attempts.",
                "Run the task again, with more --retries where many write to the branch; nothing was lost and nothing was half-written.");
        }
    }

    private async Task<CommitOutcome> RepeatAsync(Func<CancellationToken, Task<CommitOutcome>> attempt, CancellationToken cancellationToken)
    {
        var limits = request.Retry;
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
        var left = request.Retry.For - time.GetElapsedTime(_start);
        return wait < left ? wait : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
