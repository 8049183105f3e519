using GitOpsTasks.Forges.GitHub;

namespace GitOpsTasks.Tests.Forges;

/// <summary>A clock on which every wait is over at once. Deadlines of requests pass only where the test wants it.</summary>
internal sealed class InstantTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How long was waited, each time.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
                return [.. _waits];
        }
    }

    /// <summary>Whether the deadline of a request passes at once.</summary>
    public bool DeadlinesPass { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new InstantTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Pass(TimeSpan time)
    {
        lock (_lock)
        {
            _waits.Add(time);
            _now += time;
        }
    }

    private sealed class InstantTimer(InstantTime time, Action callback) : ITimer
    {
        private volatile bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isDeadline = dueTime == GitHubApi.AttemptDeadline;
            if (dueTime == Timeout.InfiniteTimeSpan || (isDeadline && !time.DeadlinesPass))
                return true;
            if (!isDeadline)
                time.Pass(dueTime);
            ThreadPool.QueueUserWorkItem(_ =>
            {
                if (!_isDisposed)
                    callback();
            });
            return true;
        }

        public void Dispose() => _isDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
