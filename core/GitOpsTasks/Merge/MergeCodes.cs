namespace GitOpsTasks.Merge;

/// <summary>Codes of diagnostics of the merge driver.</summary>
public static class MergeCodes
{
    /// <summary>Both sides changed the same image, or the same text, in different ways.</summary>
    public const string Conflict = "GOT3070";

    /// <summary>A file could not be merged field by field; it was merged as text, as git does.</summary>
    public const string MergedAsText = "GOT3071";

    /// <summary>The driver could not be installed.</summary>
    public const string InstallFailed = "GOT3072";

    /// <summary>A pattern that the driver is for has another merge driver.</summary>
    public const string OtherDriver = "GOT3073";
}
