namespace GitOpsTasks.Promote.Gates;

/// <summary>What a gate finds out about one thing after the other.</summary>
/// <param name="gate">Its name.</param>
internal sealed class GateVerdict(string gate)
{
    private const int MostShown = 3;

    private readonly List<string> _pending = [];
    private readonly List<string> _failed = [];

    /// <summary>Something that time or somebody can change.</summary>
    public void Pend(string text) => _pending.Add(text);

    /// <summary>Something that waiting does not change.</summary>
    public void Fail(string text) => _failed.Add(text);

    /// <summary>How the gate stands.</summary>
    /// <param name="passed">What is said where nothing stands in the way.</param>
    public GateResult Result(string passed)
    {
        var open = _failed.Concat(_pending).Distinct().ToList();
        if (open.Count == 0)
            return new GateResult(gate, GateState.Passed, passed);
        var more = open.Count > MostShown ? $"; and {open.Count - MostShown} more" : "";
        return new GateResult(gate, _failed.Count > 0 ? GateState.Failed : GateState.Pending, string.Join("; ", open.Take(MostShown)) + more);
    }
}
