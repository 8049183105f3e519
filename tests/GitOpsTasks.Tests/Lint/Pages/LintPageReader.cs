using System.Text.RegularExpressions;

namespace GitOpsTasks.Tests.Lint.Pages;

/// <summary>
/// Reads a page: a heading, a line of facts, and the sections Fails and Passes. Their examples are fenced blocks, each below
/// a line with the name of its file in back-ticks; a third-level heading begins another example.
/// </summary>
internal sealed partial class LintPageReader
{
    private readonly Dictionary<string, List<PageExample>> _sections = new(StringComparer.Ordinal);
    private readonly List<string> _block = [];
    private string _section = "";
    private Match? _file;
    private bool _isInBlock;

    public static LintPage Read(string text)
    {
        var reader = new LintPageReader();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        foreach (var line in lines)
            reader.Take(line);
        return new LintPage(
            lines[0].StartsWith("# ", StringComparison.Ordinal) ? lines[0][2..] : "",
            lines.FirstOrDefault(line => line.StartsWith("`GOT", StringComparison.Ordinal)),
            reader.ExamplesOf("Fails"),
            reader.ExamplesOf("Passes"));
    }

    private List<PageExample> ExamplesOf(string section) =>
        _sections.TryGetValue(section, out var examples) ? [.. examples.Where(example => example.Files.Count > 0)] : [];

    private void Take(string line)
    {
        if (_isInBlock)
            TakeOfBlock(line);
        else if (line.StartsWith("```", StringComparison.Ordinal))
            _isInBlock = true;
        else if (line.StartsWith("## ", StringComparison.Ordinal))
            _sections[_section = line[3..]] = [new PageExample(_section)];
        else if (line.StartsWith("### ", StringComparison.Ordinal))
            _sections[_section].Add(new PageExample(line[4..]));
        else if (line.Length > 0)
            _file = FileName().Match(line) is { Success: true } name ? name : null;
    }

    private void TakeOfBlock(string line)
    {
        if (!line.StartsWith("```", StringComparison.Ordinal))
        {
            _block.Add(line + "\n");
            return;
        }

        if (_file is not null && _sections.TryGetValue(_section, out var examples))
            examples[^1].Files.Add(new PageFile(_file.Groups["name"].Value, string.Concat(_block), _file.Groups["remark"].Value));
        _block.Clear();
        (_isInBlock, _file) = (false, null);
    }

    [GeneratedRegex("^`(?<name>[^`]+)`(?<remark>(: .*)?)$")]
    private static partial Regex FileName();
}
