namespace GitOpsTasks.Tests.Registry;

/// <summary>Real time, in which waits of up to a minute pass at once and are counted; longer ones are deadlines and stay.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime > LongestWait)
            return base.CreateTimer(callback, state, dueTime, period);
        lock (Waits)
            Waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
