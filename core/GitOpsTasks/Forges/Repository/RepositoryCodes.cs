namespace GitOpsTasks.Forges.Repository;

/// <summary>Codes of diagnostics about reading and writing a repository through a forge's API.</summary>
public static class RepositoryCodes
{
    /// <summary>The id or the private key of a GitHub App is not usable.</summary>
    public const string AppKeyInvalid = "GOT7030";

    /// <summary>The GitHub App is not installed on the repository.</summary>
    public const string AppNotInstalled = "GOT7031";

    /// <summary>The forge sent or made an object that is not the one that was asked for.</summary>
    public const string ObjectDiffers = "GOT7032";

    /// <summary>A folder holds more than the API lists.</summary>
    public const string FolderTooLarge = "GOT7033";

    /// <summary>The repository has no commit yet, and the API cannot make the first.</summary>
    public const string RepositoryEmpty = "GOT7034";
}
