using System.Text.RegularExpressions;
using GitOpsTasks.Hosts.Tests.Declarations;

namespace GitOpsTasks.Hosts.Tests.Pages;

/// <summary>What docs/who-runs-what.md says of systems, as far as the analyzers do not say it: paths and shells of one system.</summary>
public sealed partial class WorkingOnEverySystem
{
    // Each is what all systems take for the same: git's own name for "no hooks", and a header of diffs.
    private static readonly string[] s_known = ["core/GitOpsTasks/Git/CheckoutCommand.cs", "core/GitOpsTasks/Git/GitCommand.cs", "core/GitOpsTasks/Reporting/DiffHeader.cs"];

    [Fact]
    public void Starts_no_shell_and_names_no_folder_that_only_Unix_has()
    {
        var found = from folder in new[] { "core", "actions", "msbuild", "build/Cake.GitOps", "build/Cake.GitOps.Engine" }
                    from file in Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
                    let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
                    where !path.Contains("/Lint/Policy/", StringComparison.Ordinal) && !s_known.Contains(path)
                    from line in File.ReadLines(file)
                    where Unix().IsMatch(line)
                    select $"{path}: {line.Trim()}";
        found.ShouldBeEmpty();
    }

    [GeneratedRegex(@"""(?:/bin/|/usr/bin|/dev/|/proc/|/etc/)|ProcessCommand\(""(?:sh|bash|cmd|cmd\.exe|pwsh|chmod|env)""")]
    private static partial Regex Unix();
}
