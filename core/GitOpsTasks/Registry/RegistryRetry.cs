using GitOpsTasks.Contracts;
using Polly;
using Polly.Retry;

namespace GitOpsTasks.Registry;

/// <summary>Repeats what may pass: five attempts in all, waiting longer each time, or as long as the server asks.</summary>
internal sealed class RegistryRetry(TimeProvider time, RegistryAddress address)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = static arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is TransientFailureException failure
                && (failure.RetryAfter ?? TimeSpan.Zero) <= LongestWait),
            MaxRetryAttempts = 4,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(500),
            MaxDelay = TimeSpan.FromSeconds(20),
            UseJitter = true,
            DelayGenerator = static arguments =>
                ValueTask.FromResult((arguments.Outcome.Exception as TransientFailureException)?.RetryAfter),
        })
        .Build();

    /// <summary>Runs a piece of work that can be repeated from its start.</summary>
    /// <exception cref="TaskFailedException">GOT5104: it still failed at the last attempt.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await work(token), cancellationToken);
        }
        catch (TransientFailureException e)
        {
            throw TaskFailedException.External(
                RegistryCodes.Unavailable,
                $"The registry of '{address}' failed: {e.Message}.",
                e.RetryAfter is { } wait && wait > LongestWait
                    ? $"It asks to wait {wait.TotalSeconds:0} seconds: try again then."
                    : "Try again later; if it stays so, look at the registry's status and at the network.",
                e);
        }
    }
}
