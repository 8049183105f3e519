namespace GitOpsTasks.Yaml;

/// <summary>How a step of a path goes from a node to those below it.</summary>
internal enum YamlPathStepKind
{
    /// <summary>To the value of a key.</summary>
    Key,

    /// <summary>To the item, or the value of the pair, at a place.</summary>
    Index,

    /// <summary>To each item or value.</summary>
    All,

    /// <summary>To the node itself and each one below it.</summary>
    AnyDepth,

    /// <summary>To each item or value that has a text below some keys.</summary>
    Where,

    /// <summary>To each mapping among items or values that lacks a key.</summary>
    Without,
}
