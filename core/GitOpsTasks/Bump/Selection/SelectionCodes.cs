namespace GitOpsTasks.Bump.Selection;

/// <summary>Codes of diagnostics about the choice of tags and digests.</summary>
public static class SelectionCodes
{
    /// <summary>None of an image's tags is one that the policy admits.</summary>
    public const string NoTagMatches = "GOT3051";

    /// <summary>The registry has no such tag or digest.</summary>
    public const string NotInRegistry = "GOT3052";

    /// <summary>The policy cannot order all tags that the filter lets through.</summary>
    public const string TagHasNoPlace = "GOT3053";

    /// <summary>A tag is not one of those that may be set.</summary>
    public const string TagRefused = "GOT3054";

    /// <summary>A policy is not in its grammar.</summary>
    public const string PolicyInvalid = "GOT3055";

    /// <summary>A regular expression is not one.</summary>
    public const string PatternInvalid = "GOT3056";

    /// <summary>The registry has another image under the tag than the digest says.</summary>
    public const string TagIsAnother = "GOT3057";

    /// <summary>The registry has no such repository, or does not show it.</summary>
    public const string RepositoryMissing = "GOT3058";
}
