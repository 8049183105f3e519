namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Whether the items of a list below a key are indented further than the key.</summary>
internal enum ListPlacement
{
    /// <summary>They have to be.</summary>
    Indented,

    /// <summary>They must not be.</summary>
    AtTheKey,

    /// <summary>Each list as it likes.</summary>
    Any,

    /// <summary>All lists of a file as its first.</summary>
    AsTheFirst,
}
