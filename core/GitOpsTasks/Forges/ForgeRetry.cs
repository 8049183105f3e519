using System.Diagnostics.CodeAnalysis;
using Polly;
using Polly.Retry;

namespace GitOpsTasks.Forges;

/// <summary>
/// When a request is sent again, and after how long. A limit is waited for as the server asks, or for a growing while where it
/// does not say; other failures that may pass are waited for with jittered, growing delays.
/// </summary>
internal static class ForgeRetry
{
    /// <summary>A longer wait asked for by the server is not waited: the task ends and says when to try again.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Repeats an attempt.</summary>
    /// <param name="time">The clock of waits.</param>
    /// <param name="afterLimit">The first wait after a limit that names none; it doubles from then on.</param>
    /// <param name="retries">Attempts after the first.</param>
    public static ResiliencePipeline<TAnswer> Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TAnswer>(
        TimeProvider time, TimeSpan afterLimit, int retries = 5)
        where TAnswer : class, IForgeAnswer =>
        new ResiliencePipelineBuilder<TAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<TAnswer>
            {
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
                {
                    { Exception: HttpRequestException or IOException or TimeoutException } => true,
                    { Result: { } answer } => answer.IsTransient && !(answer.RetryAfter > LongestWait),
                    _ => false,
                }),
                DelayGenerator = arguments => ValueTask.FromResult(DelayAfter(arguments.Outcome.Result, afterLimit, arguments.AttemptNumber)),
            })
            .Build();

    private static TimeSpan? DelayAfter(IForgeAnswer? answer, TimeSpan afterLimit, int attempt) => answer switch
    {
        { RetryAfter: { } asked } => asked,
        { IsLimited: true } => TimeSpan.FromSeconds(Math.Min(afterLimit.TotalSeconds * (1 << attempt), LongestWait.TotalSeconds)),
        _ => null,
    };
}
