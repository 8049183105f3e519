namespace GitOpsTasks.Cli;

/// <summary>Codes of diagnostics about the command line itself.</summary>
internal static class CliCodes
{
    /// <summary>No such command.</summary>
    public const string UnknownCommand = "GOT1020";

    /// <summary>No such option, or an argument too many.</summary>
    public const string UnknownOption = "GOT1021";

    /// <summary>An option lacks its value, or is given too often.</summary>
    public const string BadOption = "GOT1022";

    /// <summary>Standard output did not take the result.</summary>
    public const string NotPrinted = "GOT1023";

    /// <summary>The current folder is gone.</summary>
    public const string NoDirectory = "GOT1024";

    /// <summary>A bug in this program.</summary>
    public const string Bug = "GOT1029";
}
