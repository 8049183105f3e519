using Polly;
using Polly.Retry;

namespace GitOpsTasks.Forges.Local;

/// <summary>How often, and after how long, a pull request is written again where another writer was faster.</summary>
internal static class LocalRetry
{
    /// <summary>The attempts, the first included.</summary>
    public const int Attempts = 20;

    /// <summary>Tries again as long as nothing comes back.</summary>
    public static ResiliencePipeline<PullRequest?> Create(TimeProvider time) =>
        new ResiliencePipelineBuilder<PullRequest?> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<PullRequest?>
            {
                MaxRetryAttempts = Attempts - 1,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(2),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<PullRequest?>().HandleResult(result => result is null),
            })
            .Build();
}
