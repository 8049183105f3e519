using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Flux;

/// <summary>
/// The scalars that comments give to image policies: by the comment at the end of their line, or by the one comment line
/// above where their line has none.
/// </summary>
internal sealed class MarkedScalars
{
    private readonly YamlFile _file;
    private readonly IReadOnlyList<YamlToken> _tokens;
    private readonly Dictionary<int, YamlNode> _byEnd;

    private MarkedScalars(YamlFile file)
    {
        _file = file;
        _tokens = file.Tokens;
        var keys = file.AllNodes().SelectMany(node => node.Pairs).Select(pair => pair.Key).ToHashSet();
        _byEnd = file.AllNodes().Where(node => node.IsScalar && node.Span.Length > 0 && node.Style is not (YamlStyle.Literal or YamlStyle.Folded) && !keys.Contains(node))
            .ToDictionary(node => node.Span.End);
    }

    /// <summary>The places in a file that belong to image policies.</summary>
    public static IEnumerable<MarkedSite> In(YamlFile file)
    {
        if (file.Content.Span.IndexOf("\"$imagepolicy\""u8) < 0 && file.Encoding == YamlEncoding.Utf8)
            yield break;
        var marked = new MarkedScalars(file);
        for (var at = 0; at < marked._tokens.Count; at++)
        {
            if (marked._tokens[at].Kind == YamlTokenKind.Comment && marked.MarkerAt(at) is { } marker && marked.ScalarOf(at) is { } scalar)
                yield return MarkedSite.Of(marker, scalar);
        }
    }

    private PolicyMarker? MarkerAt(int comment)
    {
        var span = _tokens[comment].Span;
        var bytes = _file.Content.Span[span.Start..span.End];
        return PolicyMarker.Read(_file.Encoding == YamlEncoding.Utf8 ? Encoding.UTF8.GetString(bytes) : "");
    }

    private YamlNode? ScalarOf(int comment) => IsWholeLine(comment) ? ScalarBelow(comment) : LastScalar(comment - 1);

    // The last thing on the line; in braces a comma may follow it.
    private YamlNode? LastScalar(int token)
    {
        while (token >= 0 && _tokens[token].Kind is YamlTokenKind.Whitespace or YamlTokenKind.FlowEntry)
            token--;
        return token >= 0 && _byEnd.TryGetValue(_tokens[token].Span.End, out var scalar) ? scalar : null;
    }

    private YamlNode? ScalarBelow(int comment)
    {
        if (IsComment(LineAbove(comment)))
            return null;
        var start = comment + 2;
        var end = start;
        while (end < _tokens.Count && _tokens[end].Kind != YamlTokenKind.LineBreak)
        {
            if (_tokens[end++].Kind == YamlTokenKind.Comment)
                return null;
        }

        return start < _tokens.Count && LastScalar(end - 1) is { } scalar && scalar.Span.Start >= _tokens[start].Span.Start ? scalar : null;
    }

    private bool IsWholeLine(int comment)
    {
        var before = comment - 1;
        while (before >= 0 && _tokens[before].Kind == YamlTokenKind.Whitespace)
            before--;
        return before < 0 || _tokens[before].Kind is YamlTokenKind.LineBreak or YamlTokenKind.ByteOrderMark;
    }

    // The last token of the line above, its line break aside; -1 where there is none.
    private int LineAbove(int comment)
    {
        var at = comment - 1;
        while (at >= 0 && _tokens[at].Kind != YamlTokenKind.LineBreak)
            at--;
        return at - 1;
    }

    private bool IsComment(int token) => token >= 0 && _tokens[token].Kind == YamlTokenKind.Comment && IsWholeLine(token);
}
