namespace GitOpsTasks.Processes;

/// <summary>Finds a program on the PATH it is to run with; the system itself would look on the host's.</summary>
internal static class ProgramPath
{
    /// <summary>The absolute path of a program; the name itself where it has a folder, or is not found.</summary>
    public static string Find(string fileName, EnvironmentSnapshot environment)
    {
        if (Path.GetFileName(fileName) != fileName || environment["PATH"] is not { } folders)
            return fileName;
        string[] endings = OperatingSystem.IsWindows() && Path.GetExtension(fileName).Length == 0 ? [".exe", ".com"] : [""];
        return folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => endings.Select(ending => Path.Join(folder, fileName + ending)))
            .FirstOrDefault(IsExecutable) ?? fileName;
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None);
}
