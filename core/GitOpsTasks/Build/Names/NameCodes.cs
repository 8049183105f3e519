namespace GitOpsTasks.Build.Names;

/// <summary>Codes of diagnostics about the names and labels of images; those of tag rules are in <see cref="BuildCodes"/>.</summary>
public static class NameCodes
{
    /// <summary>A line of <c>images</c> is not in its grammar, or names what is no image.</summary>
    public const string ImageInvalid = "GOT5040";

    /// <summary>A line of <c>flavor</c> is not in its grammar.</summary>
    public const string FlavorInvalid = "GOT5041";

    /// <summary>A line of <c>labels</c> or <c>annotations</c> is not in its grammar.</summary>
    public const string LabelInvalid = "GOT5042";

    /// <summary>An expression in double braces is not one that is known.</summary>
    public const string ExpressionInvalid = "GOT5043";

    /// <summary>A tag rule gives nothing, though it was asked about this event.</summary>
    public const string RuleGivesNothing = "GOT5044";

    /// <summary>The tag <c>latest</c> is given to a prerelease.</summary>
    public const string LatestIsPrerelease = "GOT5045";

    /// <summary>A tag stays where it is, because a newer version has it.</summary>
    public const string NewerVersionExists = "GOT5046";

    /// <summary>Names depend on a fact that is not known here: the commit's time, or the versions there are.</summary>
    public const string FactUnknown = "GOT5047";

    /// <summary>The file of the CI event cannot be read.</summary>
    public const string EventUnreadable = "GOT5048";
}
