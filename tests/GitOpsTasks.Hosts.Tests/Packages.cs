using System.IO.Compression;

namespace GitOpsTasks.Hosts.Tests;

/// <summary>What is in a package, without what NuGet adds to all.</summary>
internal static class Packages
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
}
