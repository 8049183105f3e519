namespace GitOpsTasks.Cli;

/// <summary>What the command has of its process: where it prints, and where it was started.</summary>
/// <param name="Out">Standard output: results.</param>
/// <param name="Error">Standard error: progress, failures, commands to the CI system.</param>
/// <param name="CurrentDirectory">Absolute directory that <c>--directory</c> is relative to.</param>
internal sealed record HostStreams(TextWriter Out, TextWriter Error, string CurrentDirectory)
{
    /// <summary>Whether a person watches standard output.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>The columns of the terminal that standard output is; null where it is none.</summary>
    public int? OutWidth { get; init; }

    /// <summary>Whether a person watches standard error, on a terminal that can move its cursor.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Prints all of a result; false where standard output does not take it, as on a full disk.</summary>
    public bool TryPrint(string text)
    {
        try
        {
            Out.Write(text);
            Out.Flush();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
