using System.Diagnostics;
using Xunit;

namespace GitOpsTasks.Parts;

/// <summary>A file system of a few kilobytes in memory, mounted on a folder: it gets full, and it can be made read-only.</summary>
public sealed class SmallFileSystem : IDisposable
{
    /// <summary>Mounts one on a new folder.</summary>
    /// <param name="kilobytes">Its size.</param>
    public SmallFileSystem(int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mounts a tmpfs");
        RequiredPrivilege.Root("a file system");
        FullPath = Directory.CreateTempSubdirectory("gitops-small-").FullName;
        Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", FullPath);
    }

    /// <summary>Where it is mounted.</summary>
    public string FullPath { get; }

    /// <summary>Lets nothing be written any more.</summary>
    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", FullPath);

    /// <inheritdoc />
    public void Dispose()
    {
        Run("umount", FullPath);
        Directory.Delete(FullPath);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error}");
    }
}
