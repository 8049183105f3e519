using System.Diagnostics;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli.Progress;

/// <summary>A step of a live display. Steps of all threads share one lock, which the view takes while it draws.</summary>
internal sealed class LiveStep : IProgressStep
{
    private readonly Lock _lock;
    private readonly LiveStep? _parent;
    private readonly List<LiveStep> _children = [];
    private readonly long _started = Stopwatch.GetTimestamp();

    private LiveStep(Lock @lock, LiveStep? parent, string title) => (_lock, _parent, Title) = (@lock, parent, title);

    /// <summary>What the step is.</summary>
    public string Title { get; }

    /// <summary>How far it is, or how it ended; null where nothing was told.</summary>
    public string? Detail { get; private set; }

    /// <summary>From 0 to 1; null where the end is not known.</summary>
    public double? Fraction { get; private set; }

    /// <summary>How long it took; null while it is under way.</summary>
    public TimeSpan? Took { get; private set; }

    /// <summary>Whether it told how it ended; a step that was cut short does not.</summary>
    public bool Completed { get; private set; }

    /// <summary>Its parts that are to be shown.</summary>
    public IReadOnlyList<LiveStep> Children => _children;

    /// <summary>The root of a display.</summary>
    public static LiveStep Root(Lock @lock) => new(@lock, parent: null, "");

    /// <inheritdoc />
    public IProgressStep Begin(string title)
    {
        var step = new LiveStep(_lock, this, title);
        lock (_lock)
            _children.Add(step);
        return step;
    }

    /// <inheritdoc />
    public void Report(string detail, double? fraction = null)
    {
        lock (_lock)
            (Detail, Fraction) = (detail, fraction);
    }

    /// <inheritdoc />
    public void Complete(string summary)
    {
        lock (_lock)
            (Detail, Completed) = (summary, true);
    }

    /// <summary>Ends it. A part of a step leaves the display; a step of the task itself stays.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            Took ??= Stopwatch.GetElapsedTime(_started);
            Fraction = null;
            if (_parent is { _parent: not null } parent)
                parent._children.Remove(this);
        }
    }
}
