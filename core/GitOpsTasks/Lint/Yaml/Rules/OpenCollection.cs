using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>A collection that the text is inside of.</summary>
internal struct OpenCollection
{
    private int? _item;

    /// <summary>What ends it.</summary>
    public TokenKind End;

    /// <summary>The column of its keys or items.</summary>
    public int Column;

    /// <summary>The column that the line with its opening bracket begins at.</summary>
    public int LineColumn;

    /// <summary>The part of it that the text is in.</summary>
    public Slot Slot;

    /// <summary>The column that a line of that part begins at.</summary>
    public int Place;

    /// <summary>Whether there is a key without its colon.</summary>
    public bool HasKey;

    /// <summary>Whether that key has a question mark.</summary>
    public bool IsKeyMarked;

    /// <summary>The collection at its start.</summary>
    public OpenCollection(TokenKind end, int column, int lineColumn = 0)
    {
        (End, Column, Place, LineColumn) = (end, column, column, lineColumn);
    }

    /// <summary>Goes on behind a hyphen.</summary>
    /// <param name="column">The column of what the hyphen is for; null where that is nothing.</param>
    public void EnterItem(int? column)
    {
        _item = column;
        Enter(column is null ? Slot.Between : Slot.Item, column ?? Column);
    }

    /// <summary>Goes on to another part.</summary>
    public void Enter(Slot slot, int place) => (Slot, Place) = (slot, place);

    /// <summary>Whether it is a list whose items have hyphens.</summary>
    public bool IsList { get; init; }

    /// <summary>Takes note that a node in it is complete. A key goes on up to its colon, an item of a list to the next one.</summary>
    public void Complete()
    {
        if (Slot == Slot.Key)
            return;
        if (IsList && _item is { } item)
            Enter(Slot.Item, item);
        else
            Enter(Slot.Between, Column);
    }
}
