namespace GitOpsTasks.Init;

/// <summary>Codes of what <c>gitops init</c> says.</summary>
public static class InitCodes
{
    /// <summary>There is nothing to propose anything from.</summary>
    public const string NothingFound = "GOT4201";

    /// <summary>A file that something would be derived from cannot be read.</summary>
    public const string Unreadable = "GOT4202";

    /// <summary>The repository is larger than what is looked at.</summary>
    public const string TooLarge = "GOT4203";

    /// <summary>A file of the proposal is there already with other content, and stays.</summary>
    public const string Exists = "GOT4204";

    /// <summary>Something that a source says has no place in the proposal.</summary>
    public const string NotCarriedOver = "GOT4205";

    /// <summary>A service or project is left out.</summary>
    public const string LeftOut = "GOT4206";

    /// <summary>A value that looks like a secret was not copied.</summary>
    public const string SecretReferred = "GOT4207";

    /// <summary>A value is a guess.</summary>
    public const string Guessed = "GOT4208";

    /// <summary>An image runs as root, or as a user whose number is not known.</summary>
    public const string UserUnknown = "GOT4209";

    /// <summary>An input cannot be used as it is.</summary>
    public const string InputUnusable = "GOT4210";

    /// <summary>A folder of manifests does not fit the layout of the others.</summary>
    public const string OddLayout = "GOT4211";
}
