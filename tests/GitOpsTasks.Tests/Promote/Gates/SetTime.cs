namespace GitOpsTasks.Tests.Promote.Gates;

/// <summary>A clock that shows what it is set to; timers are real.</summary>
internal sealed class SetTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 1, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
