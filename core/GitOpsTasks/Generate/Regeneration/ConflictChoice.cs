namespace GitOpsTasks.Generate.Regeneration;

/// <summary>What becomes of a field that both the spec and a person changed.</summary>
public enum ConflictChoice
{
    /// <summary>It is reported, and nothing is written.</summary>
    Report,

    /// <summary>The spec's value is written.</summary>
    Spec,

    /// <summary>The file's value stays.</summary>
    File,
}
