namespace GitOpsTasks.Forges.Evidence;

/// <summary>
/// Names of statuses and checks, of which some parts may be unknown, such as the last part of those that Flux writes. All
/// that have such a name are meant.
/// </summary>
/// <param name="Text">A name, in which <c>*</c> stands for any text.</param>
public readonly record struct CheckPattern(string Text)
{
    /// <summary>Whether a name is meant. Case counts.</summary>
    public bool Matches(string name)
    {
        var parts = Text.Split('*');
        if (parts.Length == 1)
            return name == Text;
        if (!name.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = name.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }

        return name.Length - at >= parts[^1].Length && name.EndsWith(parts[^1], StringComparison.Ordinal);
    }

    /// <summary>How those that are meant stand together; null where there are none.</summary>
    public CheckState? StateOf(IEnumerable<CommitCheck> checks)
    {
        CheckState? state = null;
        foreach (var check in checks)
        {
            if (!Matches(check.Name))
                continue;
            if (check.State == CheckState.Failed)
                return CheckState.Failed;
            state = state == CheckState.Pending ? state : check.State;
        }

        return state;
    }
}
