using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Yaml.Tokens;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml;

/// <summary>
/// What is wrong with the syntax of a file. The parser says whether anything is; where a reader of YAML 1.1 stops earlier or
/// later on the same file, the place is that one's, so that it is yamllint's.
/// </summary>
internal readonly struct SyntaxErrors
{
    /// <summary>What stands for a rule where a file is not YAML.</summary>
    public const string RuleId = "syntax";

    private readonly List<Diagnostic>? _all;

    private SyntaxErrors(List<Diagnostic>? all) => _all = all;

    /// <summary>The first of them that is an error; null where none is.</summary>
    public Diagnostic? First => IsBroken ? _all![0] : null;

    /// <summary>Whether the file is not YAML.</summary>
    public bool IsBroken => _all is [{ Severity: Severity.Error }, ..];

    /// <summary>How many there are.</summary>
    public int Count => _all?.Count ?? 0;

    /// <summary>The first of them, or every one.</summary>
    public IReadOnlyList<Diagnostic> All(bool every) => _all is null ? [] : every || !IsBroken ? _all : [_all[0]];

    /// <summary>The syntax errors of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">The same as its tokens.</param>
    /// <param name="whereTheyArise">Whether their places are the parser's, not those of a reader of YAML 1.1.</param>
    public static SyntaxErrors Of(YamlFile file, LintText text, bool whereTheyArise)
    {
        if (file.Diagnostics.Count == 0)
            return default;
        var refused = whereTheyArise ? null : RefusedAt(text);
        var all = new List<Diagnostic>();
        foreach (var found in file.Diagnostics)
        {
            // An alias of nothing is for the rule about anchors.
            if (found.Code != YamlCodes.UndefinedAlias)
                all.Add(found with { Rule = RuleId });
        }

        all = [.. all.OrderByDescending(found => found.Severity == Severity.Error)];
        if (refused is { } place && all is [{ Severity: Severity.Error } first, ..])
        {
            var here = new SourcePlace(file.Path, place.Line + 1, place.Column + 1, place.Line + 1, place.Column + 1);
            all[0] = first.Place!.Line == here.Line
                ? first with { Place = here }
                : first with { Place = here, Message = "This is not YAML: " + char.ToLowerInvariant(place.Message[0]) + place.Message[1..], Advice = place.Advice };
        }

        return new SyntaxErrors(all.Count == 0 ? null : all);
    }

    private static (int Line, int Column, string Message, string? Advice)? RefusedAt(LintText text)
    {
        var settled = text.ScanError?.TokensBefore ?? text.AllTokens.Length;
        if (GrammarCheck.Find(text.AllTokens[..Math.Min(settled, text.AllTokens.Length)], text.Bytes) is var (token, message)
            && token < text.AllTokens.Length)
            return (text.AllTokens[token].Line, text.AllTokens[token].Column, message, null);
        if (text.ScanError is not { } error)
            return null;
        var column = text.Characters(error.Offset - error.Column, error.Offset);
        return (error.Line, column, error.Message, error.Advice);
    }
}
