using System.Text;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Suppression;

/// <summary>
/// Reads <c># gitops-lint disable-line CODE[, CODE...]: reason</c>, on the line of a finding or alone above it, and
/// <c># gitops-lint disable-file CODE[, CODE...]: reason</c>, before the first content of a file. Codes may be names of rules.
/// </summary>
internal sealed partial class DirectiveReader
{
    private readonly YamlFile _file;
    private readonly List<Directive> _directives = [];
    private readonly List<Diagnostic> _findings = [];

    private DirectiveReader(YamlFile file) => _file = file;

    /// <summary>The directives of a file.</summary>
    public static FileDirectives Read(YamlFile file)
    {
        if (file.Text.Span.IndexOf("gitops-lint"u8) < 0)
            return FileDirectives.None;
        var reader = new DirectiveReader(file);
        var isHead = true;
        foreach (var token in file.Tokens)
        {
            if (token.Kind == YamlTokenKind.Comment)
                reader.ReadComment(token.Span, isHead);
            else if (!token.IsTrivia && token.Kind is not (YamlTokenKind.DocumentStart or YamlTokenKind.Directive))
                isHead = false;
        }

        return new FileDirectives(reader._directives, reader._findings);
    }

    private void ReadComment(ByteSpan span, bool isHead)
    {
        var text = Encoding.UTF8.GetString(_file.Content.Span[span.Start..span.End]);
        if (Form().Match(text) is not { Success: true } match)
            return;
        var place = _file.PlaceOf(span);
        var what = match.Groups["what"].Value;
        if (what is not ("disable-line" or "disable-file"))
            Tell(DirectiveRules.Malformed, place, $"There is no directive '{what}'.", "Write disable-line or disable-file.");
        else if (what == "disable-file" && !isHead)
            Tell(DirectiveRules.Malformed, place, "'disable-file' stands below the head of the file, where it has no effect.", "Move it above the first content, or write disable-line.");
        else
            Add(match, place, what == "disable-file" ? 0 : LineOf(span, place));
    }

    private void Add(Match match, SourcePlace place, int line)
    {
        var names = match.Groups["rules"].Value.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            Tell(DirectiveRules.Malformed, place, "No rule is named that should be switched off.", "Write its code or name behind the directive, then a colon and the reason.");
            return;
        }

        if (match.Groups["reason"].Value.Trim().Length == 0)
        {
            Tell(DirectiveRules.Reason, place, "The reason is missing, so nothing is switched off.", "Write the reason behind a colon.");
            return;
        }

        var rules = new List<LintRule>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (LintRules.Find(name) is { } rule)
                rules.Add(rule);
            else
                Tell(DirectiveRules.Unknown, place, $"There is no rule '{name}'.", Nearest(name));
        }

        if (rules.Count > 0)
            _directives.Add(new Directive([.. rules.Distinct()], line, place));
    }

    // Alone on its line it is about the next one that is no comment.
    private int LineOf(ByteSpan span, SourcePlace place)
    {
        var bytes = _file.Content.Span;
        if (!bytes[(bytes[..span.Start].LastIndexOf((byte)'\n') + 1)..span.Start].TrimStart("\uFEFF"u8).Trim(" \t"u8).IsEmpty)
            return place.Line;
        var line = place.Line + 1;
        for (var at = NextLine(bytes, span.End); at < bytes.Length && bytes[at..].TrimStart(" \t"u8) is [(byte)'#', ..]; at = NextLine(bytes, at))
            line++;
        return line;
    }

    private static int NextLine(ReadOnlySpan<byte> bytes, int at) => bytes[at..].IndexOf((byte)'\n') is var end and >= 0 ? at + end + 1 : bytes.Length;

    private static string Nearest(string name) =>
        EditDistance.Nearest(name, LintRules.All.Select(rule => rule.Id)) is { } nearest && !name.StartsWith("GOT", StringComparison.Ordinal)
            ? $"Did you mean '{nearest}'?"
            : "See docs/lint.md for the names and codes of rules.";

    private void Tell(LintRule rule, SourcePlace place, string message, string advice) => _findings.Add(rule.At(place, message, advice));

    [GeneratedRegex(@"\A#+[ \t]*gitops-lint[ \t]+(?<what>(disable|enable)\S*)(?<rules>[^:]*)(:(?<reason>.*))?\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
