namespace GitOpsTasks.Registry;

/// <summary>Codes of diagnostics about registries and image layouts.</summary>
public static class RegistryCodes
{
    /// <summary>A text is not the name of a repository in a registry.</summary>
    public const string RepositoryInvalid = "GOT5101";

    /// <summary>The registry wants other credentials, or these may not do this.</summary>
    public const string Unauthorized = "GOT5102";

    /// <summary>The registry asks for credentials to be sent where they must not go.</summary>
    public const string RealmRefused = "GOT5103";

    /// <summary>The registry could not be reached or failed, also after retries.</summary>
    public const string Unavailable = "GOT5104";

    /// <summary>The registry gave an answer the distribution specification does not allow, or a final no.</summary>
    public const string UnexpectedAnswer = "GOT5105";

    /// <summary>The registry serves another digest than what was pushed to it.</summary>
    public const string DigestMismatch = "GOT5106";

    /// <summary>The docker configuration file cannot be read.</summary>
    public const string DockerConfigInvalid = "GOT5107";

    /// <summary>A credential program failed.</summary>
    public const string CredentialProgramFailed = "GOT5108";

    /// <summary>A folder is not an image layout of a version this engine knows.</summary>
    public const string LayoutInvalid = "GOT5109";

    /// <summary>Content is not of the digest it is named by.</summary>
    public const string ContentDigestWrong = "GOT5110";

    /// <summary>An image, or a part of one, is not where it is to be read from.</summary>
    public const string ContentMissing = "GOT5111";

    /// <summary>Another process keeps writing an image layout.</summary>
    public const string LayoutBusy = "GOT5112";

    /// <summary>A manifest or index is not one.</summary>
    public const string ManifestInvalid = "GOT5113";
}
