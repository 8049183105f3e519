namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Takes the indicators of block collections. After each there is a node to be read: all answer yes.</summary>
internal struct BlockIndicators(BlockStack stack)
{
    /// <summary>Where that node may stand.</summary>
    public Expected Next { get; private set; }

    /// <summary>Begins a document.</summary>
    /// <param name="isAfterMarker">Whether its node may stand on the line of a <c>---</c>.</param>
    public void Start(bool isAfterMarker) => Next = new Expected(-1, AllowsCompact: !isAfterMarker, AllowsListAtIndent: false);

    /// <summary>Takes the dash of an item.</summary>
    public bool TakeDash(ref Cursor cursor)
    {
        cursor.Take(YamlTokenKind.SequenceEntry, 1);
        Next = new Expected(stack.Top.Indent, AllowsCompact: true, AllowsListAtIndent: false);
        return true;
    }

    /// <summary>Takes the question mark before a key.</summary>
    public bool TakeQuestion(ref Cursor cursor)
    {
        stack.Top = stack.Top with { State = BlockState.ExplicitKey };
        cursor.Take(YamlTokenKind.ExplicitKey, 1);
        Next = new Expected(stack.Top.Indent, AllowsCompact: true, AllowsListAtIndent: true);
        return true;
    }

    /// <summary>Takes the colon before a value.</summary>
    /// <param name="cursor">At the colon.</param>
    /// <param name="allowsCompact">Whether a block collection may begin on its line.</param>
    public bool TakeColon(ref Cursor cursor, bool allowsCompact)
    {
        cursor.Take(YamlTokenKind.Value, 1);
        Next = new Expected(stack.Top.Indent, allowsCompact, AllowsListAtIndent: true);
        return true;
    }
}
