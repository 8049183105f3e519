using System.Text;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Lint.Yaml;

/// <summary>
/// Comments that turn rules off and on: <c># yamllint disable</c>, <c>enable</c> and <c>disable-line</c>, each with any number
/// of <c>rule:ID</c>, and <c># yamllint disable-file</c> on the first line.
/// </summary>
internal sealed partial class RuleSwitches(IReadOnlyList<ConfiguredRule> rules)
{
    private readonly List<(int Line, bool IsOff, ulong Rules)> _changes = [];
    private readonly List<(int Line, ulong Rules)> _lines = [];
    private int _next;
    private ulong _off;

    /// <summary>Whether the first line turns everything off.</summary>
    public static bool IsFileOff(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        if (!text.StartsWith("#"u8))
            return false;
        var line = text[1..(text.IndexOf((byte)'\n') is var end and >= 0 ? end : text.Length)];
        return line.TrimStart(" \t"u8).StartsWith("yamllint disable-file"u8)
            && line.TrimStart(" \t"u8)["yamllint disable-file"u8.Length..].TrimEnd(" \t\r"u8).IsEmpty;
    }

    /// <summary>Reads the comments of a file.</summary>
    public void Load(LintText text)
    {
        (_next, _off) = (0, 0);
        _changes.Clear();
        _lines.Clear();
        if (text.Bytes.IndexOf("# yamllint "u8) < 0)
            return;
        foreach (ref readonly var comment in text.Comments)
        {
            var bytes = text.Bytes[comment.Start..comment.End];
            if (!bytes.StartsWith("# yamllint "u8) || Directive().Match(Encoding.UTF8.GetString(bytes)) is not { Success: true } match)
                continue;
            var mask = MaskOf(match.Groups["rule"].Captures);
            if (match.Groups["what"].Value == "disable-line")
                _lines.Add((text.IsInline(comment) ? comment.Line : comment.Line + 1, mask));
            else
                _changes.Add((comment.Line, match.Groups["what"].Value == "disable", mask));
        }
    }

    /// <summary>Whether a rule is off where it found a problem. Problems are asked for in their order.</summary>
    public bool IsOff(in Problem problem)
    {
        if (_changes.Count == 0 && _lines.Count == 0)
            return false;
        while (_next < _changes.Count && _changes[_next].Line <= problem.FoundOnLine)
        {
            var change = _changes[_next++];
            _off = change.IsOff ? _off | change.Rules : _off & ~change.Rules;
        }

        var rule = 1UL << problem.Rule;
        if ((_off & rule) != 0)
            return true;
        foreach (var (line, mask) in _lines)
        {
            if (line == problem.FoundOnLine && (mask & rule) != 0)
                return true;
        }

        return false;
    }

    private ulong MaskOf(CaptureCollection ids)
    {
        if (ids.Count == 0)
            return ulong.MaxValue;
        ulong mask = 0;
        foreach (var id in ids.Select(capture => capture.Value))
        {
            for (var at = 0; at < rules.Count; at++)
                mask |= rules[at].Definition.Id == id ? 1UL << at : 0;
        }

        return mask;
    }

    [GeneratedRegex(@"\A# yamllint (?<what>disable-line|disable|enable)( rule:(?<rule>\S+))*\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();
}
