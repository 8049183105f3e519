using System.IO.Compression;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Hosts.Tests;

/// <summary>What is in a package, without what NuGet adds to all.</summary>
internal static partial class Packages
{
    public static IEnumerable<string> Entries(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return archive.Entries.Select(entry => entry.FullName)
            .Where(name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The text of a file in a package.</summary>
    public static string Read(string package, string entry)
    {
        using var archive = ZipFile.OpenRead(package);
        using var reader = new StreamReader(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The links of a package's page that lead nowhere once it is shown away from the repository.</summary>
    public static IEnumerable<string> RelativeLinks(string package) =>
        Links().Matches(Read(package, "README.md")).Select(match => match.Groups["target"].Value).Where(target => !target.StartsWith("https://", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Links();
}
