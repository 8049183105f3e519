using System.Text.RegularExpressions;
using GitOpsTasks.Hosts.Tests.Declarations;

namespace GitOpsTasks.Hosts.Tests.Pages;

/// <summary>A page of the documentation.</summary>
internal sealed partial class Page
{
    private readonly string[] _lines;

    private Page(string path)
    {
        Path = path;
        _lines = File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n").Split('\n');
        Blocks = [.. ReadBlocks()];
        Prose = [.. ReadProse()];
    }

    /// <summary>All of them: READMEs, docs, examples.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. new[] { "README.md", "README.zh-CN.md" }
            .Concat(from folder in new[] { "docs", "examples" }
                    from file in Directory.EnumerateFiles(Repository.PathOf(folder), "*.md", SearchOption.AllDirectories)
                    orderby file
                    select System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
    ];

    /// <summary>From the root of the repository.</summary>
    public string Path { get; }

    /// <summary>What stands between fences, or is indented by four: the word behind the fence, and the lines.</summary>
    public IReadOnlyList<(string Language, IReadOnlyList<string> Lines)> Blocks { get; }

    /// <summary>All other lines.</summary>
    public IReadOnlyList<string> Prose { get; }

    /// <summary>The texts between backticks, in tables without the backslash before a bar.</summary>
    public IEnumerable<string> Spans => Prose.SelectMany(line => Span().Matches(line)).Select(match => match.Groups[1].Value.Replace("\\|", "|", StringComparison.Ordinal));

    /// <summary>Where links lead.</summary>
    public IEnumerable<string> Links => Prose.SelectMany(line => Link().Matches(Span().Replace(line, ""))).Select(match => match.Groups[1].Value);

    /// <summary>How many rows each table has.</summary>
    public IReadOnlyList<int> Tables => [.. Prose.Select(line => line.StartsWith('|')).Aggregate(new List<int> { 0 }, Count).Where(rows => rows > 0)];

    /// <summary>The names by which headings are linked to, as GitHub makes them.</summary>
    public IReadOnlySet<string> Anchors => Prose.Where(line => line.StartsWith('#')).Select(Anchor).ToHashSet(StringComparer.Ordinal);

    public static Page Read(string path) => new(path);

    private static List<int> Count(List<int> tables, bool isRow)
    {
        if (isRow)
            tables[^1]++;
        else if (tables[^1] > 0)
            tables.Add(0);
        return tables;
    }

    private static string Anchor(string heading) => Punctuation().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    private IEnumerable<(string Language, IReadOnlyList<string> Lines)> ReadBlocks()
    {
        for (var at = 0; at < _lines.Length; at++)
        {
            if (_lines[at].TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                var begin = ++at;
                while (!_lines[at].TrimStart().StartsWith("```", StringComparison.Ordinal))
                    at++;
                yield return (_lines[begin - 1].Trim().TrimStart('`'), _lines[begin..at]);
            }
            else if (IsIndented(_lines[at]))
            {
                var begin = at;
                while (at < _lines.Length && IsIndented(_lines[at]))
                    at++;
                yield return ("", _lines[begin..at]);
            }
        }
    }

    private IEnumerable<string> ReadProse()
    {
        var fenced = false;
        foreach (var line in _lines)
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                fenced = !fenced;
            else if (!fenced && !IsIndented(line))
                yield return line;
        }
    }

    private static bool IsIndented(string line) => line.StartsWith("    ", StringComparison.Ordinal);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{Nd}\s_-]")]
    private static partial Regex Punctuation();
}
