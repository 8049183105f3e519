namespace GitOpsTasks.Forges.Repository;

/// <summary>Commits and their parents, as they come, and the line of first parents through them.</summary>
/// <param name="tip">Where the line begins.</param>
/// <param name="depth">How long it is followed.</param>
internal sealed class CommitGraph(string tip, int depth)
{
    private readonly Dictionary<string, ForgeLogEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>The line, newest first.</summary>
    public List<ForgeLogEntry> Line { get; } = [];

    /// <summary>Adds commits; false where the line is as long as it is followed, or at its end.</summary>
    public bool Add(IEnumerable<ForgeLogEntry> page)
    {
        foreach (var entry in page)
            _entries[entry.Commit.Id] = entry;
        while (true)
        {
            var next = Line is [.., var last] ? last.Commit.Parents is [var first, ..] ? first : null : tip;
            if (next is null || Line.Count >= depth)
                return false;
            if (!_entries.TryGetValue(next, out var entry))
                return true;
            Line.Add(entry);
        }
    }

    /// <summary>The commits of the line that are among some, or merged some of them, newest first.</summary>
    public IEnumerable<ForgeLogEntry> Taking(IReadOnlySet<string> some)
    {
        // From the oldest on, each commit belongs to the first of the line that has it; what is before the line to none.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (Line is [.., var oldest] && oldest.Commit.Parents is [var before, ..])
            Take(before, seen);
        var taking = Enumerable.Reverse(Line).Where(entry => Take(entry.Commit.Id, seen).Any(some.Contains)).ToList();
        return Enumerable.Reverse(taking);
    }

    // What is reachable from a commit and was not seen before.
    private List<string> Take(string from, HashSet<string> seen)
    {
        var taken = new List<string>();
        for (var open = new Stack<string>([from]); open.TryPop(out var id);)
        {
            if (!seen.Add(id))
                continue;
            taken.Add(id);
            if (_entries.TryGetValue(id, out var entry))
                entry.Commit.Parents.ToList().ForEach(open.Push);
        }

        return taken;
    }
}
