namespace GitOpsTasks.Status;

/// <summary>Codes of diagnostics about the state of environments.</summary>
public static class StatusCodes
{
    /// <summary>The forge does not tell which promotions are open; they are left out.</summary>
    public const string PromotionsUnknown = "GOT7301";

    /// <summary>There is no environment or application to tell of, or not the one that was asked for.</summary>
    public const string NothingToTell = "GOT7302";

    /// <summary>Environments differ in fields that no promotion takes along.</summary>
    public const string Drifted = "GOT7303";

    /// <summary>An environment does not have the versions of the one before it.</summary>
    public const string Behind = "GOT7304";

    /// <summary>A file cannot be read as YAML and is not compared.</summary>
    public const string FileUnreadable = "GOT7305";

    /// <summary>Environments differ in more ways than are told, or their aliases stand for more than is compared.</summary>
    public const string TooMuchDrift = "GOT7306";
}
