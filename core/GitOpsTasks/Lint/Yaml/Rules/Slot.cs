namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>The part of a collection that the text is in.</summary>
internal enum Slot : byte
{
    /// <summary>Before its first or after a finished part.</summary>
    Between,
    Key,
    Value,

    /// <summary>The value of a key that has a question mark.</summary>
    ValueOfMarkedKey,
    Item,
}
