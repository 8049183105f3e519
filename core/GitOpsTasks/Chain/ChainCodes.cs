namespace GitOpsTasks.Chain;

/// <summary>Codes of diagnostics of the chain and the demo.</summary>
public static class ChainCodes
{
    /// <summary>The folder for the demo holds something else.</summary>
    public const string DemoFolderTaken = "GOT8002";

    /// <summary>The demo could not make its example repositories.</summary>
    public const string DemoFailed = "GOT8003";

    /// <summary>An application's image is not one that the chain builds.</summary>
    public const string ImageNotBuilt = "GOT8004";
}
