using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace GitOpsTasks.Parts;

/// <summary>A small root file system with /bin/sh and /bin/cat of this machine, for images whose builds run something.</summary>
public static partial class ShellRoot
{
    /// <summary>Writes it to a folder.</summary>
    public static void Write(string folder)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "copies programs of Linux");
        foreach (var program in new[] { "/bin/sh", "/bin/cat" })
        {
            Copy(program, folder);
            foreach (Match library in Library().Matches(LibrariesOf(program)))
                Copy(library.Value, folder);
        }
    }

    private static string LibrariesOf(string program)
    {
        using var process = Process.Start(new ProcessStartInfo("ldd", [program]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }

    private static void Copy(string file, string folder)
    {
        var target = Path.Combine(folder, file.TrimStart('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target, overwrite: true);
    }

    [GeneratedRegex(@"/\S+")]
    private static partial Regex Library();
}
