namespace GitOpsTasks.Yaml.Parsing;

/// <summary>What a block collection waits for on its next line.</summary>
internal enum BlockState : byte
{
    /// <summary>The end of the document: its one node was read or is being read.</summary>
    Root,

    /// <summary>A dash.</summary>
    Sequence,

    /// <summary>A key.</summary>
    Mapping,

    /// <summary>The colon after a key that a question mark introduced.</summary>
    ExplicitKey,
}
