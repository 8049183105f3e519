using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>The lines that findings are on. Only files with findings are read, each once.</summary>
internal static class SourceLines
{
    private const int FilesAtOnce = 64;

    /// <summary>The findings, each with its line.</summary>
    public static async ValueTask<IReadOnlyList<Diagnostic>> AttachAsync(
        IReadOnlyList<Diagnostic> findings, IConfigTree tree, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<(string File, int Line), string>();
        var wanted = findings.Select(finding => finding.Place).OfType<SourcePlace>().Where(place => place.Line > 0)
            .ToLookup(place => place.File, place => place.Line, StringComparer.Ordinal);
        foreach (var batch in wanted.Chunk(FilesAtOnce))
        {
            var paths = batch.Select(file => TreePath.TryParse(file.Key, out var path) ? path : TreePath.Root).Where(path => !path.IsRoot).ToHashSet();
            foreach (var (path, file) in await tree.ReadAsync(paths, cancellationToken))
                Take(lines, path.Value, wanted[path.Value].ToHashSet(), file.Content);
        }

        return [.. findings.Select(finding => finding.Place is { } place && lines.TryGetValue((place.File, place.Line), out var line)
            ? finding with { SourceLine = line }
            : finding)];
    }

    private static void Take(Dictionary<(string File, int Line), string> lines, string file, HashSet<int> wanted, ReadOnlyMemory<byte> content)
    {
        using var reader = new StreamReader(new MemoryStream(content.ToArray()), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var last = wanted.Max();
        for (var number = 1; number <= last && reader.ReadLine() is { } line; number++)
        {
            if (wanted.Contains(number))
                lines[(file, number)] = line;
        }
    }
}
