namespace GitOpsTasks.Git;

/// <summary>Codes of diagnostics about git repositories.</summary>
public static class GitCodes
{
    /// <summary>The address of a repository is not one that is followed.</summary>
    public const string RemoteInvalid = "GOT6001";

    /// <summary>There is no repository at the address, or it is hidden from this user.</summary>
    public const string RepositoryNotFound = "GOT6002";

    /// <summary>The repository has no such branch.</summary>
    public const string BranchNotFound = "GOT6003";

    /// <summary>The server did not accept the credentials.</summary>
    public const string AuthenticationFailed = "GOT6004";

    /// <summary>The server will not take this push: protected branch, hook, missing permission.</summary>
    public const string PushRefused = "GOT6005";

    /// <summary>git or the server failed.</summary>
    public const string GitFailed = "GOT6006";

    /// <summary>The name of a branch is not one git takes.</summary>
    public const string BranchNameInvalid = "GOT6007";

    /// <summary>Neither the configuration nor the checkout says which repository holds the configuration.</summary>
    public const string ConfigRepositoryUnknown = "GOT6008";

    /// <summary>The server did not send an object that the branch has.</summary>
    public const string ObjectMissing = "GOT6009";

    /// <summary>The branch moved while it was read from a server that gives only tips of branches.</summary>
    public const string TipMoved = "GOT6010";

    /// <summary>The checkout does not say which repository and branch to push to.</summary>
    public const string OriginUnknown = "GOT6011";

    /// <summary>A push got no answer, and the server cannot be asked whether it was applied.</summary>
    public const string PushUnsettled = "GOT6020";

    /// <summary>The deadline of git calls is not a duration.</summary>
    public const string DeadlineInvalid = "GOT6021";

    /// <summary>The commit could not be signed as git's configuration asks for.</summary>
    public const string SigningFailed = "GOT6022";
}
