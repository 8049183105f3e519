namespace GitOpsTasks.Yaml.Parsing;

/// <summary>What may come next in a flow collection.</summary>
internal enum FlowState : byte
{
    /// <summary>An item of a sequence, or its end.</summary>
    Item,

    /// <summary>A comma or the end of a sequence; a colon makes the item before it a key.</summary>
    AfterItem,

    /// <summary>A key of a mapping, or its end.</summary>
    Key,

    /// <summary>The key after a question mark, which may be left out.</summary>
    ExplicitKey,

    /// <summary>The colon after a key; without it the value is null.</summary>
    Colon,

    /// <summary>A value, which may be left out.</summary>
    Value,

    /// <summary>A comma or the end of a mapping.</summary>
    AfterValue,
}
