namespace GitOpsTasks.Promote;

/// <summary>Codes of diagnostics of the promote task.</summary>
public static class PromoteCodes
{
    /// <summary>The configuration has no such environment.</summary>
    public const string EnvironmentNotFound = "GOT7101";

    /// <summary>The configuration or the repository has no such application.</summary>
    public const string AppNotFound = "GOT7102";

    /// <summary>The source environment of an application has no file, or none that says an image's version.</summary>
    public const string SourceEmpty = "GOT7103";

    /// <summary>The source environment says two versions of one image.</summary>
    public const string SourceAmbiguous = "GOT7104";

    /// <summary>The target environment names none of the images of the source.</summary>
    public const string TargetEmpty = "GOT7105";
}
