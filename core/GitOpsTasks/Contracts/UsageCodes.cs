namespace GitOpsTasks.Contracts;

/// <summary>Codes of diagnostics about how a task was called.</summary>
public static class UsageCodes
{
    /// <summary>A required input was not given.</summary>
    public const string InputMissing = "GOT1001";

    /// <summary>An input has a value it cannot have.</summary>
    public const string InputInvalid = "GOT1002";

    /// <summary>Inputs that exclude each other were given, or one that needs another.</summary>
    public const string InputsContradict = "GOT1003";

    /// <summary>A file or folder named by an input does not exist or cannot be read.</summary>
    public const string PathNotFound = "GOT1004";

    /// <summary>A path leaves the repository, or is not one the task may touch.</summary>
    public const string PathRefused = "GOT1005";

    /// <summary>A file could not be written.</summary>
    public const string WriteFailed = "GOT1006";

    /// <summary>The task was cancelled.</summary>
    public const string Cancelled = "GOT1007";

    /// <summary>A program the task needs is not installed.</summary>
    public const string ProgramNotFound = "GOT1008";

    /// <summary>A program or server did not end within its deadline.</summary>
    public const string DeadlinePassed = "GOT1009";
}
