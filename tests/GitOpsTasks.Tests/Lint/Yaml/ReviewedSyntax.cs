using System.Text.RegularExpressions;

namespace GitOpsTasks.Tests.Lint.Yaml;

/// <summary>
/// Why one of the tools refuses a text that the other takes. yamllint reads by PyYAML, which is YAML 1.1; the clauses are
/// those of YAML 1.2.2. A reason holds for a line that is refused, or for the text up to it.
/// </summary>
internal static class ReviewedSyntax
{
    private static readonly (string Line, string Reason)[] s_onlyTheirs =
    [
        (@"\t", "Tabs part words and may end lines (6.2); PyYAML has them inside texts alone."),
        (@"(^|[-?:{,\[]\s*|[&!]\S*\s+)\s*:(\s|-|$)", "The key of a pair may be empty (7.2, 8.2.2)."),
        (@"^\.\.\.", "A document may end before it has begun (9.1.2)."),
        (@"[&*][^\s,\[\]{}]*[^\w\s,\[\]{}-]", "The name of an anchor has any character but brackets and commas (6.9.2)."),
        (@"[\[{,].*\S\?", "A question mark inside a word in brackets is one of its letters (7.3.3)."),
        (@"!\S*[^\s]", "A tag may be parted by what follows it (6.8.1)."),
        (@"^\s*[-?:]", "An indicator begins what YAML 1.2 takes and YAML 1.1 does not."),
    ];

    private static readonly (string Line, string Reason)[] s_onlyOurs =
    [
        (@"^%", "A directive after a document needs a line of ... before it (9.2)."),
        (@"![^\s]*,", "A comma is no character of a tag (6.8.1)."),
        (@"[""'\]}]#", "A blank parts a comment from what is before it (6.6)."),
        ("\\\\/", "An escaped slash is for JSON."),
    ];

    /// <summary>The reason; null where there is none, or both refuse the text or both take it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="theirs">The line that yamllint refuses, from 1; null where it takes the text.</param>
    /// <param name="ours">The line that this tool refuses.</param>
    public static string? ReasonFor(string text, int? theirs, int? ours) => (theirs, ours) switch
    {
        ({ } line, null) => AfterEnd(text, line) ?? RootScalar(text, line) ?? Find(s_onlyTheirs, text, line),
        (null, { } line) => Find(s_onlyOurs, text, line) ?? Continued(text, line),
        _ => null,
    };

    private static string? Find((string Line, string Reason)[] reasons, string text, int line) =>
        reasons.Where(reason => Regex.IsMatch(LineOf(text, line), reason.Line)).Select(reason => reason.Reason).FirstOrDefault();

    private static string? AfterEnd(string text, int line) => Regex.IsMatch(Before(text, line), @"(^|\n)\.\.\.\s*(#.*)?\n")
        ? "A document after ... may begin without --- (9.1.4)."
        : null;

    private static string? RootScalar(string text, int line) => Regex.IsMatch(Before(text, line), @"(^|\n)(---\s+)?[|>][-+]?\s*(#.*)?\n\z")
        ? "The text of a block scalar at the root may stand at column 0 (8.1.1.1)."
        : null;

    // Quotes and brackets that are open before the line: what goes on in them is further in than what they belong to.
    private static string? Continued(string text, int line)
    {
        var before = Before(text, line);
        var isOpen = before.Count(c => c == '"') % 2 == 1 || before.Count(c => c == '\'') % 2 == 1
            || before.Count(c => c is '[' or '{') > before.Count(c => c is ']' or '}');
        return isOpen ? "Quotes and brackets in a block go on further in than their parent (7.3, 7.4)." : null;
    }

    private static string LineOf(string text, int line) => text.Split('\n').ElementAtOrDefault(line - 1) ?? "";

    private static string Before(string text, int line) => string.Concat(text.Split('\n').Take(line - 1).Select(part => part + "\n"));
}
