namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Codes of diagnostics about generating again.</summary>
public static class RegenerationCodes
{
    /// <summary>The spec changed a field that was changed in the file too, to something else.</summary>
    public const string FieldConflict = "GOT4101";

    /// <summary>The spec no longer wants a file that was changed by hand.</summary>
    public const string GoneButChanged = "GOT4102";

    /// <summary>The record of what was generated cannot be read.</summary>
    public const string RecordInvalid = "GOT4103";

    /// <summary>The record of what was generated is of a newer version.</summary>
    public const string RecordTooNew = "GOT4104";

    /// <summary>What the spec changed cannot be written into the file without changing more.</summary>
    public const string CannotWrite = "GOT4105";

    /// <summary>The spec changed an object whose file was deleted by hand.</summary>
    public const string DeletedButChanged = "GOT4106";

    /// <summary>A comment went with the field it stood at.</summary>
    public const string CommentRemoved = "GOT4107";

    /// <summary>The record had conflict markers; what either side wrote counts as generated.</summary>
    public const string RecordMerged = "GOT4108";

    /// <summary>A file that was missing is written again, for a kustomization names it.</summary>
    public const string Restored = "GOT4109";
}
