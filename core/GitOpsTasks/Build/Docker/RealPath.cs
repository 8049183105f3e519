namespace GitOpsTasks.Build.Docker;

/// <summary>Paths without symbolic links in them.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The path that an absolute one leads to; parts that do not exist are kept as they are.</summary>
    public static string Of(string path)
    {
        var links = 0;
        var root = Path.GetPathRoot(path) ?? "";
        var waiting = new Stack<string>(PartsOf(path, root));
        var real = root;
        while (waiting.TryPop(out var part))
        {
            var next = part == ".." ? Path.GetDirectoryName(real) ?? root : Path.Combine(real, part);
            if (part != ".." && new FileInfo(next).LinkTarget is { } target && links++ < MostLinks)
            {
                var targetRoot = Path.GetPathRoot(target) ?? "";
                foreach (var inner in PartsOf(target, targetRoot))
                    waiting.Push(inner);
                real = targetRoot.Length > 0 ? targetRoot : real;
            }
            else
            {
                real = next;
            }
        }

        return real;
    }

    // The last part first, for a stack.
    private static IEnumerable<string> PartsOf(string path, string root) => path[root.Length..]
        .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != ".")
        .Reverse();
}
