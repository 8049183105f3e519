namespace GitOpsTasks.Config;

/// <summary>What a promotion can take along.</summary>
public enum PromotedKind
{
    /// <summary>Tags and digests of images.</summary>
    Images,

    /// <summary>Versions of charts.</summary>
    Charts,

    /// <summary>A single value in YAML files.</summary>
    Field,

    /// <summary>Whole files.</summary>
    Files,
}
