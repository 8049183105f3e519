namespace GitOpsTasks.Tests.Git;

/// <summary>A clock for measuring: each look at it is a step later than the one before.</summary>
/// <param name="step">Zero where everything is quick.</param>
internal sealed class SteppingClock(TimeSpan step) : TimeProvider
{
    private int _looks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => step.Ticks * Interlocked.Increment(ref _looks);
}
