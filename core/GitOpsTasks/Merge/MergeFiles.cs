namespace GitOpsTasks.Merge;

/// <summary>The files git hands to a merge driver.</summary>
/// <param name="Base">The common ancestor's version; empty where both sides added the file.</param>
/// <param name="Ours">Our version; the result replaces it.</param>
/// <param name="Theirs">Their version.</param>
/// <param name="Path">Where the file is in the repository, for messages and its name.</param>
public sealed record MergeFiles(string Base, string Ours, string Theirs, string Path)
{
    /// <summary>The command's name.</summary>
    internal const string Command = "merge-driver";

    /// <summary>
    /// The files in a command line that cannot be read otherwise: the first three arguments in a row that are files, and the
    /// one after them. Null where it is no call of the driver.
    /// </summary>
    /// <param name="arguments">The command line after the program's name.</param>
    /// <param name="directory">Absolute directory that relative paths start at.</param>
    public static MergeFiles? Guess(IReadOnlyList<string> arguments, string directory)
    {
        if (!arguments.Contains(Command))
            return null;
        for (var at = 0; at + 3 < arguments.Count; at++)
        {
            string[] files = [.. arguments.Skip(at).Take(3).Select(argument => System.IO.Path.Combine(directory, argument))];
            if (Array.TrueForAll(files, File.Exists))
                return new MergeFiles(files[0], files[1], files[2], arguments[at + 3]);
        }

        return null;
    }
}
