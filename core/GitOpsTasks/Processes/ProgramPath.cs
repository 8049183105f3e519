namespace GitOpsTasks.Processes;

/// <summary>
/// Finds programs on the PATH a command is given. Left to itself, .NET would look beside the host program and in the
/// current directory first, so that a checkout could bring a <c>git</c> of its own.
/// </summary>
internal static class ProgramPath
{
    /// <summary>The absolute path of a program; null where there is none.</summary>
    /// <param name="fileName">A bare name, or an absolute path.</param>
    /// <param name="environment">Its PATH is searched; relative folders on it are passed over.</param>
    public static string? Find(string fileName, EnvironmentSnapshot environment)
    {
        if (Path.IsPathFullyQualified(fileName))
            return File.Exists(fileName) ? fileName : null;
        if (fileName.Length == 0 || Path.GetFileName(fileName) != fileName)
            return null;
        var folders = (environment["PATH"] ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified);
        return folders.SelectMany(folder => Spellings(fileName).Select(name => Path.Join(folder, name))).FirstOrDefault(IsProgram);
    }

    private static string[] Spellings(string name) =>
        OperatingSystem.IsWindows() && !Path.HasExtension(name) ? [name + ".exe"] : [name];

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None);
}
