namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>What a block node stands after.</summary>
internal enum GeneratedPosition
{
    /// <summary>Nothing: the document has no marker.</summary>
    Bare,

    /// <summary><c>---</c>.</summary>
    Marker,

    /// <summary><c>-</c>.</summary>
    Dash,

    /// <summary><c>?</c>, or the <c>:</c> that belongs to one.</summary>
    Explicit,

    /// <summary>The <c>:</c> on the line of its key.</summary>
    Key,
}
