namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Whether the items of a list below a key are indented further than the key.</summary>
internal enum SequenceIndent
{
    /// <summary>They have to be.</summary>
    Always,

    /// <summary>They must not be.</summary>
    Never,

    /// <summary>Each list as it likes.</summary>
    Either,

    /// <summary>All lists of a file as its first.</summary>
    AsTheFirst,
}
