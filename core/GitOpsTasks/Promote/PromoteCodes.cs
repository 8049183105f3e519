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

    /// <summary>A field that is to be promoted is no single value, or the target does not have it.</summary>
    public const string FieldUnusable = "GOT7106";

    /// <summary>The target has a newer version, which stays.</summary>
    public const string TargetNewer = "GOT7107";

    /// <summary>Inputs of promote that do not go together.</summary>
    public const string InputsContradict = "GOT7108";

    /// <summary>History has no state with the version that was asked for, or none to go back to.</summary>
    public const string VersionNotFound = "GOT7109";

    /// <summary>Others have commits on a promotion's branch.</summary>
    public const string CommitsOfOthers = "GOT7110";

    /// <summary>A person closed the pull request, and nothing has changed since.</summary>
    public const string Declined = "GOT7111";

    /// <summary>An environment of an earlier wave does not have the versions yet.</summary>
    public const string WaveNotReached = "GOT7112";

    /// <summary>A gate is not met.</summary>
    public const string GateNotMet = "GOT7113";

    /// <summary>A merge made with a workflow's own token starts no workflow.</summary>
    public const string TokenStartsNothing = "GOT7114";

    /// <summary>The body of an open pull request does not say what promotes it, and it is not refreshed.</summary>
    public const string MarkerUnusable = "GOT7115";

    /// <summary>An application has no folder in one of the environments and is passed over.</summary>
    public const string FolderMissing = "GOT7116";

    /// <summary>The template of the body cannot be used.</summary>
    public const string TemplateUnusable = "GOT7117";

    /// <summary>The branch of a closed promotion is kept.</summary>
    public const string BranchKept = "GOT7118";

    /// <summary>A rollback took these versions away, and nothing has changed since.</summary>
    public const string RolledBack = "GOT7119";
}
