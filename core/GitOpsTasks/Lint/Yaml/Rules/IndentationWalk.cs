using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Goes through the tokens of a file and knows at each of them where a line has to begin.</summary>
internal ref partial struct IndentationWalk
{
    private const int Unknown = -1;
    private readonly LintText _text;
    private readonly ProblemList _problems;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly bool _checksMultiLine;
    private readonly List<IndentFrame> _frames = [new(IndentKind.Root, 0)];
    private int? _width;
    private SequenceIndent _sequences;
    private int _line = -1;
    private int _lineIndent;

    /// <summary>A walk from the start of a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="problems">Takes what is found.</param>
    /// <param name="width">Columns of a level; null for those of the first level found.</param>
    /// <param name="sequences">How lists below keys stand.</param>
    /// <param name="checksMultiLine">Whether the further lines of texts are looked at.</param>
    public IndentationWalk(LintText text, ProblemList problems, int? width, SequenceIndent sequences, bool checksMultiLine)
    {
        (_text, _problems, _width, _sequences, _checksMultiLine) = (text, problems, width, sequences, checksMultiLine);
        _tokens = text.Tokens;
    }

    private readonly IndentFrame Top => _frames[^1];

    /// <summary>Looks at the whole file.</summary>
    public void Run()
    {
        for (var at = 0; at < _text.TokenCount; at++)
        {
            ref readonly var token = ref _tokens[at];
            if (IsSeen(at))
            {
                if (token.Line > _line)
                    CheckLine(at, token);
                if (_checksMultiLine && token.Kind == TokenKind.Scalar && token.EndLine > token.Line)
                    CheckFurtherLines(at, token);
                _line = LastLine(token);
            }

            if (!TryEnter(at))
                _problems.AtStart(_text, at, "cannot infer indentation: unexpected token");
            else
                Leave(at);
        }
    }

    private readonly bool IsSeen(int at) => _tokens[at].Kind switch
    {
        TokenKind.StreamStart or TokenKind.StreamEnd or TokenKind.BlockEnd => false,
        TokenKind.Scalar => _tokens[at].Inner is var inner && inner.End > inner.Start,
        _ => true,
    };

    private void CheckLine(int at, in Token token)
    {
        var expected = Top.Indent;
        if (token.Kind is TokenKind.FlowMappingEnd or TokenKind.FlowSequenceEnd)
            expected = Top.LineIndent;
        else if (Top is { Kind: IndentKind.Key, IsExplicitKey: true } && token.Kind != TokenKind.Value)
            expected = Further(expected, token.Column);
        var found = token.Column;
        _lineIndent = found;
        if (found == expected)
            return;
        if (expected < 0)
            _problems.AtToken(_text, at, token.Line + 1, found + 1, "wrong indentation: expected at least {0}", found + 1);
        else
            _problems.AtToken(_text, at, token.Line + 1, found + 1, "wrong indentation: expected {0} but found {1}", expected, found);
    }

    // A block scalar ends where the next line begins, or after blank lines: its last line is the last with text.
    private readonly int LastLine(in Token token)
    {
        if (token.Kind != TokenKind.Scalar || token.EndLine == token.Line)
            return token.EndLine;
        var line = token.EndLine;
        for (var end = token.End; end > token.Start && _text.Bytes[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r'; end--)
            line -= _text.Bytes[end - 1] == '\n' ? 1 : 0;
        return line;
    }

    // The column a level further in; the first one asked for sets the width where none is configured.
    private int Further(int from, int column) => from + (_width ??= column - from);

    private void Push(IndentFrame frame) => _frames.Add(frame);

    private void Pop() => _frames.RemoveAt(_frames.Count - 1);
}
