namespace GitOpsTasks.Generate;

/// <summary>Codes of diagnostics of the generate task.</summary>
public static class GenerateCodes
{
    /// <summary>A generated file is not what the spec says; reported by <c>--check</c>.</summary>
    public const string OutOfDate = "GOT4001";

    /// <summary>A line of an env file cannot be read, or its key or value cannot stand in a ConfigMap.</summary>
    public const string EnvLineInvalid = "GOT4002";

    /// <summary>A line of an env file means something else to dotenv readers.</summary>
    public const string EnvLineAmbiguous = "GOT4003";

    /// <summary>An env file is missing, unreadable, or outside the directory.</summary>
    public const string EnvFileMissing = "GOT4004";

    /// <summary>The data of a ConfigMap is larger than the API server takes.</summary>
    public const string DataTooLarge = "GOT4005";

    /// <summary>A file that would be written is somebody else's.</summary>
    public const string NotGenerated = "GOT4006";

    /// <summary>An overlay does not say which version of the image runs.</summary>
    public const string NoVersion = "GOT4007";

    /// <summary>An overlay's kustomization cannot be extended as it is written.</summary>
    public const string KustomizationUnclear = "GOT4008";

    /// <summary>A variable looks like a secret, and would stand in a ConfigMap.</summary>
    public const string PlainSecret = "GOT4009";

    /// <summary>A file that a spec names is missing, unreadable, no text, or outside the directory.</summary>
    public const string FileMissing = "GOT4030";

    /// <summary>A file that a spec names does not hold the SealedSecret it should.</summary>
    public const string NotSealed = "GOT4031";
}
