namespace GitOpsTasks.Yaml.Parsing;

/// <summary>A flow collection that is not closed yet.</summary>
internal struct FlowFrame
{
    /// <summary>Its node.</summary>
    public int Node;

    /// <summary>What may come next.</summary>
    public FlowState State;

    /// <summary>Whether it is a single pair in a sequence, a mapping without braces.</summary>
    public bool IsPair;

    /// <summary>Where a key or value that is left out would stand.</summary>
    public int EmptyAt;

    /// <summary>The last complete node in it.</summary>
    public int Entry;

    /// <summary>Offset of the last node, its anchor and tag included.</summary>
    public int EntryStart;

    /// <summary>Offset of the line the last node begins on.</summary>
    public int EntryLine;

    /// <summary>How many anchors there were before the last node.</summary>
    public int AnchorsBeforeEntry;

    /// <summary>Whether the last node ends in a quote or bracket, so that a colon may follow without a space.</summary>
    public bool EntryIsJson;
}
