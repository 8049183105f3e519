namespace GitOpsTasks.Forges.Repository;

/// <summary>Tips of branches that were read a moment ago, so that one run need not read them again for each of its steps.</summary>
/// <param name="time">The clock.</param>
internal sealed class RecentTips(TimeProvider time)
{
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, (ForgeCommit? Tip, long At)> _tips = new(StringComparer.Ordinal);

    /// <summary>Remembers a tip, or that there is no such branch; returns it.</summary>
    public ForgeCommit? Keep(string branch, ForgeCommit? tip)
    {
        _tips[branch] = (tip, time.GetTimestamp());
        return tip;
    }

    /// <summary>Whether a branch was read a moment ago.</summary>
    public bool TryGet(string branch, out ForgeCommit? tip)
    {
        var isRecent = _tips.TryGetValue(branch, out var known) && time.GetElapsedTime(known.At) < s_moment;
        tip = isRecent ? known.Tip : null;
        return isRecent;
    }

    /// <summary>Forgets a branch that is about to be written.</summary>
    public void Forget(string branch) => _tips.Remove(branch);
}
