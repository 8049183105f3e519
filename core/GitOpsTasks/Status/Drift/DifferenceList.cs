namespace GitOpsTasks.Status.Drift;

/// <summary>What differs between two folders, as much as anybody reads.</summary>
internal sealed class DifferenceList
{
    private const int Most = 1000;
    private const int MostVisits = 1_000_000;

    private readonly List<DriftDifference> _items = [];
    private int _visits;

    /// <summary>The differences.</summary>
    public IReadOnlyList<DriftDifference> Items => _items;

    /// <summary>Whether there is more than was taken.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(DriftDifference difference)
    {
        if (_items.Count < Most)
            _items.Add(difference);
        else
            IsFull = true;
    }

    /// <summary>Whether another pair of nodes may be looked at: a few lines of aliases can stand for more than any memory holds.</summary>
    public bool TryVisit()
    {
        if (++_visits <= MostVisits && !IsFull)
            return true;
        IsFull = true;
        return false;
    }
}
