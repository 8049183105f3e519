namespace GitOpsTasks.Git;

/// <summary>
/// How long a writer waits after it lost a race. The waits of all losers together should let about one or two attempts run
/// at a time: fewer leave the branch idle, more only lose to each other. Nobody knows how many others there are, but each
/// knows how long its own attempt took, which many attempts at once make longer, and how often it has lost.
/// </summary>
/// <remarks>
/// In a model of 50 writers (on two cores, on a slow server, on a server without limits) a window that grows by
/// 1.3 with each loss took 3 to 7 attempts each, doubling waits 6 to 9 and twice the time. Counting the commits that landed meanwhile added
/// nothing: a busy branch moves at the same rate for five writers and for fifty.
/// </remarks>
/// <param name="random">Evenly spread over 0 to 1.</param>
internal sealed class PushBackoff(Func<double> random)
{
    private const double Slots = 1.5;
    private const double Growth = 1.3;
    private static readonly TimeSpan s_shortestSlot = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestWindow = TimeSpan.FromMinutes(1);

    private TimeSpan _slot = s_shortestSlot;
    private int _losses;

    /// <summary>The next wait.</summary>
    /// <param name="attempt">How long the attempt took that was just lost, from reading the tip on.</param>
    public TimeSpan After(TimeSpan attempt)
    {
        // One quick attempt among slow ones is luck, not an idle server.
        _slot = new[] { attempt, _slot / 2, s_shortestSlot }.Max();
        var window = Math.Min(s_longestWindow.TotalSeconds, _slot.TotalSeconds * Slots * Math.Pow(Growth, _losses++));
        return TimeSpan.FromSeconds(window * random());
    }
}
