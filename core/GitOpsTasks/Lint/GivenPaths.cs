using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>Names files the way they were named by who asked, as yamllint does.</summary>
internal static class GivenPaths
{
    /// <summary>The findings with their files below the paths that were given.</summary>
    /// <param name="findings">With files from the root of the tree.</param>
    /// <param name="given">The paths as they were written.</param>
    /// <param name="paths">The same paths from the root of the tree.</param>
    public static IReadOnlyList<Diagnostic> Restore(
        IReadOnlyList<Diagnostic> findings, IReadOnlyList<string> given, IReadOnlyList<TreePath> paths)
    {
        if (given.Count == 0)
            return findings;
        var restored = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. findings.Select(finding => finding.Place is { } place
            ? finding with { Place = place with { File = restored.TryGetValue(place.File, out var known) ? known : restored[place.File] = Restore(place.File, given, paths) } }
            : finding)];
    }

    private static string Restore(string file, IReadOnlyList<string> given, IReadOnlyList<TreePath> paths)
    {
        for (var i = 0; i < given.Count; i++)
        {
            var root = paths[i].Value;
            if (file == root)
                return given[i];
            if (root.Length == 0 || file.StartsWith(root + "/", StringComparison.Ordinal))
                return given[i].TrimEnd('/') + "/" + file[(root.Length == 0 ? 0 : root.Length + 1)..];
        }

        return file;
    }
}
