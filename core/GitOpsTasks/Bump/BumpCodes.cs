namespace GitOpsTasks.Bump;

/// <summary>Codes of diagnostics of the bump task.</summary>
public static class BumpCodes
{
    /// <summary>No file says which version of the image runs.</summary>
    public const string NoMatch = "GOT3020";

    /// <summary>Nothing changed: the image is at the version already.</summary>
    public const string AlreadyThere = "GOT3021";

    /// <summary>Nothing was pushed, because pushing was not asked for.</summary>
    public const string NotPushed = "GOT3022";
}
