using System.Text.RegularExpressions;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>
/// Where YamlDotNet and we read the same text differently, each decided by a clause of YAML 1.2.2. A difference is covered
/// where the text has the pattern in question, and what YamlDotNet reads or complains of fits it.
/// </summary>
internal static class ReviewedDifferences
{
    private const string Broken = "expected|invalid|not allowed|comment between|tab as";
    private const string EmptyKey = @"(^\uFEFF?|[-?:,{\[][ \t]|\n)[ \t]*([&!]\S*[ \t]+)*:(\s|$)";
    private const string EmptyBeforeColon = @"[-?:][ \t]*([&!]\S*[ \t]*)*(#[^\n]*)?(\n[ \t]*(#[^\n]*)?)*\n[ \t]*:";
    private const string WordLikeAlias = @"[ \t]\*[^\n]*:";
    private const string ColonInFlow = @":[\],{}\[]";
    private const string WordWithColon = @"([,:\[{?\]}""'.-]|[&!]\S*)\s*:(\S|\s)";
    private const string EmptyBlockScalar = @"[|>][-+0-9]*[ \t]*(#[^\n]*)?\n([ \t]*\n)*(---|\.\.\.)";
    private const string UnindentedBlockScalar = @"(^\uFEFF?|\n|---)[ \t]*([&!]\S*\s+)*[|>][-+]?[ \t]*(#[^\n]*)?\n( *\n)*[^ \n]";
    private const string AnyBlockScalar = @"^=VAL( &\S+)?( <[^>]*>)? [|>]";
    private const string AnyPlainScalar = @"^=VAL( &\S+)?( <[^>]*>)? :";

    private static readonly ReviewedDifference[] All =
    [
        new("takes NEL, LS and PS for line breaks", "5.4: outside of quoted scalars they are ordinary characters, as in JSON.",
            Reads("[\u0085\u2028\u2029]", "", "")),
        new("takes a byte order mark after the start for text", "5.2, 9.1.1: one may stand at the start of each document.",
            Reads(@"(\n|.)\uFEFF", "", "")),
        new("keeps the directives of one document for the next", "9.1.5, 6.8: directives are those of the document they precede.",
            Reads("%TAG", "<", "<")),
        new("loses the value of an empty key", "8.2.2: the key of an implicit entry may be an empty node.",
            Reads(EmptyKey, "", "")),
        new("rejects an empty key", "8.2.2, 7.4.2: the key of an implicit entry may be an empty node.", Rejects(EmptyKey, Broken)),
        new("takes the value after an empty node for another entry", "8.2.2: the : is the value of the ? before, and 7.2 lets its key be empty.",
            Reads(EmptyBeforeColon, "", "^=VAL :$")),
        new("rejects the value after an empty node", "8.2.2: the : is the value of the ? before, and 7.2 lets its key end in an empty node.",
            Rejects(EmptyBeforeColon, Broken)),
        new("takes a word that begins with * and ends with : for text", "7.3.3: : and white space end a plain scalar, whatever its last word begins with.",
            Reads(WordLikeAlias, "", @"\*")),
        new("rejects a key whose last word begins with *", "7.3.3: : and white space end a plain scalar, whatever its last word begins with.",
            Rejects(WordLikeAlias, "")),
        new("takes the : before a flow indicator for text", "7.3.3: in a flow collection : before one of ,[]{} is no part of a plain scalar.",
            Reads(ColonInFlow, "", "^=VAL.* :.*:")),
        new("rejects a : before a flow indicator", "7.3.3: in a flow collection : before one of ,[]{} is no part of a plain scalar.",
            Rejects(ColonInFlow, "flow|node|tag")),
        new("takes the : that begins a word for an indicator, or the other way round", "7.3.3: : begins a plain scalar where a plain-safe character follows.",
            Reads(WordWithColon, AnyPlainScalar + "|^[+]MAP {}", AnyPlainScalar + "|^[+]MAP {}")),
        new("rejects a : that begins a word", "7.3.3: : begins a plain scalar where a plain-safe character follows.",
            Rejects(@"[,:\[{?-]\s*:\S", "flow|node|mapping")),
        new("reads a document marker as text of an empty block scalar", "9.1.2: no line of content may begin with a marker.",
            Reads(EmptyBlockScalar, AnyBlockScalar, @"---|\.\.\.")),
        new("rejects a document marker after an empty block scalar", "9.1.2: no line of content may begin with a marker.", Rejects(EmptyBlockScalar, "")),
        new("reads a marker as text of a block scalar without indentation", "9.1.2: no line of content may begin with a marker.",
            Reads(@"\n(---|\.\.\.)", AnyBlockScalar, @"---|\.\.\.")),
        new("strips spaces from lines of a block scalar without indentation", "8.1.1.1: a root's content may be indented by 0; what is more is content.",
            Reads(UnindentedBlockScalar, AnyBlockScalar, AnyBlockScalar)),
        new("rejects lines of a block scalar without indentation", "8.1.1.1: a root's content may be indented by 0; what is more is content.",
            Rejects(UnindentedBlockScalar, "")),
        new("rejects blank lines of spaces before a block scalar's first line", "8.1.2, 6.4: an empty line may be indented as far as the content.",
            Rejects("", "extra spaces in first line")),
        new("takes a comment before a document's --- for one within a plain scalar", "7.3.3, 9.1.2: the marker ends the document and with it the scalar.",
            Rejects("", "comment between adjacent scalars")),
        new("loses the properties of a plain scalar after another document's comment", "6.9: anchor and tag belong to the scalar after them.",
            Rejects(@"#[^\n]*(\n.*)*\n---(.*\n)*.*[&!]", "did not find expected")),
        new("rejects a document without --- after ...", "9.1.3, 9.2: after a document suffix a bare document may follow.",
            Rejects(@"\.\.\.", "expected <document start>")),
        new("rejects a second %YAML directive in the stream", "6.8.1: there may be one for each document.", Rejects("", "duplicate %YAML")),
        new("rejects an anchor or tag within a flow collection", "7.4.3: ns-flow-node takes properties.",
            Rejects("[&!]", "flow mapping|flow sequence|more than one anchor|while parsing a node")),
        new("rejects an explicit key of a flow collection whose : is on another line", "7.4.2: c-ns-flow-map-separate-value may follow a line break.",
            Rejects(@"\?\s", "flow mapping|flow sequence|node")),
        new("takes a flow indicator for a character of a tag", "6.9.1, 5.6: ns-tag-char leaves out ,[]{} and !.", Rejects(@"![^ \t\n]*[\]},\[{]", "tag|URI")),
        new("reads a flow indicator as a character of a tag", "6.9.1, 5.6: ns-tag-char leaves out ,[]{} and !.",
            Reads(@"![^ \t\n]*[\]},\[{]", "", @"<[^>]*[\]},\[{]")),
        new("takes + in a tag for a space", "5.6: %xx is the only escape in a tag.", Reads(@"![^ \t\n]*[+]", @"<[^>]*[+]", "<[^>]* ")),
        new("lets the end of the file end no line of white space in a block scalar", "8.1.1.2 as yaml-test-suite reads it: JEF9/002, L24T/001.",
            Reads(@"\n[ \t]+\z", AnyBlockScalar + @".*\\n\z", AnyBlockScalar)),
        new("rejects tabs that separate", "6.2, 6.7: s-separate-in-line is any white space, and blank lines may hold it.",
            Rejects("\t", "tab|expected|not allowed|block scalar|quoted scalar|invalid|state")),
    ];

    public static ReviewedDifference? Find(Comparison comparison) => Array.Find(All, reviewed => reviewed.Covers(comparison));

    /// <summary>Both accept the text, which has a pattern; the first different events have patterns too.</summary>
    private static Func<Comparison, bool> Reads(string text, string ours, string theirs)
    {
        var (inText, inOurs, inTheirs) = (Pattern(text), Pattern(ours), Pattern(theirs));
        return comparison => comparison.DiffersInEvents
            && inText.IsMatch(Unified(comparison.Text))
            && inOurs.IsMatch(comparison.FirstDifference.Ours)
            && inTheirs.IsMatch(comparison.FirstDifference.Theirs);
    }

    /// <summary>YamlDotNet alone rejects the text, which has a pattern, with a message that has another.</summary>
    private static Func<Comparison, bool> Rejects(string text, string message)
    {
        var (inText, inMessage) = (Pattern(text), Pattern(message));
        return comparison => comparison.IsValid
            && comparison.Theirs.Failure is { } failure
            && inText.IsMatch(Unified(comparison.Text))
            && inMessage.IsMatch(failure);
    }

    private static string Unified(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
}
