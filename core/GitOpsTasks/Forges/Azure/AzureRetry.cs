using Polly;
using Polly.Retry;

namespace GitOpsTasks.Forges.Azure;

/// <summary>
/// When a request is sent again, and after how long. A limit is waited for as the server asks, or half a minute and more where it
/// does not say; other failures that may pass are waited for with jittered, growing delays.
/// </summary>
internal static class AzureRetry
{
    /// <summary>A longer wait asked for by the server is not waited: the task ends and says when to try again.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private const int Retries = 5;

    /// <summary>Repeats an attempt.</summary>
    /// <param name="time">The clock of waits.</param>
    public static ResiliencePipeline<AzureAnswer> Create(TimeProvider time) =>
        new ResiliencePipelineBuilder<AzureAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<AzureAnswer>
            {
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
                {
                    { Exception: HttpRequestException or IOException or TimeoutException } => true,
                    { Result: { } answer } => answer.IsTransient && !(answer.RetryAfter > LongestWait),
                    _ => false,
                }),
                DelayGenerator = arguments => ValueTask.FromResult(DelayAfter(arguments.Outcome.Result, arguments.AttemptNumber)),
            })
            .Build();

    private static TimeSpan? DelayAfter(AzureAnswer? answer, int attempt) => answer switch
    {
        { RetryAfter: { } asked } => asked,
        { IsLimited: true } => TimeSpan.FromSeconds(Math.Min(30 << attempt, LongestWait.TotalSeconds)),
        _ => null,
    };
}
