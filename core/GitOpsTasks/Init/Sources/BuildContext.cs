using GitOpsTasks.Trees;

namespace GitOpsTasks.Init.Sources;

/// <summary>Finds the folder that a Dockerfile is built in.</summary>
internal static class BuildContext
{
    /// <summary>The nearest folder above a Dockerfile, its own first, that has all that it copies; its own where none has.</summary>
    public static TreePath Of(Dockerfile file, TreePath path, Repository repository)
    {
        var sources = file.Instructions.Where(instruction => instruction.Keyword is "COPY" or "ADD").SelectMany(instruction => Sources(instruction.Text)).ToList();
        for (var folder = path.Parent; ; folder = folder.Parent)
        {
            if (sources.TrueForAll(source => folder.TryCombine(source, out var copied) && repository.Has(copied)))
                return folder;
            if (folder.IsRoot)
                return path.Parent;
        }
    }

    // Of the context, without patterns, variables and what is copied from stages.
    private static IEnumerable<string> Sources(string text)
    {
        if (text.Contains("--from=", StringComparison.Ordinal) || text.Contains("<<", StringComparison.Ordinal))
            return [];
        var words = DockerWords.Split(text.TrimStart().StartsWith('[') ? text.Trim().Trim('[', ']').Replace(',', ' ') : text).Where(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList();
        return words.SkipLast(1).Where(word => !word.AsSpan().ContainsAny("*?[$") && !word.Contains("://", StringComparison.Ordinal)).Select(word => word.TrimStart('/').TrimEnd('/'));
    }
}
