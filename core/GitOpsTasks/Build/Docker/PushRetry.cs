using GitOpsTasks.Contracts;
using Polly;
using Polly.Retry;

namespace GitOpsTasks.Build.Docker;

/// <summary>Repeats pushes that failed for a reason that may pass. What was pushed before is not sent again.</summary>
internal sealed class PushRetry(TimeProvider time)
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = static arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is TaskFailedException { Diagnostics: [{ Code: BuildCodes.PushFailed } diagnostic] }
                && EngineFailure.MayPass(diagnostic.Message)),
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(1),
            UseJitter = true,
        })
        .Build();

    /// <summary>Runs a push.</summary>
    /// <exception cref="TaskFailedException">It still failed at the last attempt, or for good.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> push, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(async token => await push(token), cancellationToken);
}
