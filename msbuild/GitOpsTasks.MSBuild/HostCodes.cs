namespace GitOpsTasks.MSBuild;

/// <summary>Codes of diagnostics of the MSBuild tasks themselves.</summary>
internal static class HostCodes
{
    /// <summary>The task did not succeed, though nothing it found is an error by itself: warnings in strict mode.</summary>
    public const string NotDone = "GOT1040";

    /// <summary>The image of this build is in a local container engine or archive, where no cluster pulls from.</summary>
    public const string NotInRegistry = "GOT1041";

    /// <summary>The SDK told no digest for the image it pushed.</summary>
    public const string NoDigest = "GOT1042";
}
