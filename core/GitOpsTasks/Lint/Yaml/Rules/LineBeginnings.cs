using GitOpsTasks.Lint.Yaml.Tokens;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Finds the tokens that stand first on their lines.</summary>
internal ref struct LineBeginnings(LintText text)
{
    private readonly LintText _text = text;
    private int _line = -1;
    private int _from;

    /// <summary>The column that the line last begun begins at.</summary>
    public int Column { get; private set; }

    /// <summary>Whether nothing is before a token on its line. Tokens are asked for in their order.</summary>
    public bool IsFirst(int at)
    {
        ref readonly var token = ref _text.Tokens[at];
        if (token.Line <= _line || token.Kind is TokenKind.BlockEnd or TokenKind.StreamEnd)
            return false;
        var start = Math.Max(_from, _text.StartOfLine(token));
        if (_text.Bytes[start..token.Start].ContainsAnyExcept((byte)' '))
            return false;

        // What is not seen: the token after an empty text counts as the first.
        if (token.Kind == TokenKind.Scalar && IsEmpty(at, token))
        {
            _from = token.End;
            return false;
        }

        (_line, Column) = (token.Line, token.Column);
        return true;
    }

    private readonly bool IsEmpty(int at, in Token token) => token.Style is YamlStyle.Literal or YamlStyle.Folded
        ? _text.ValueOf(at).Length == 0
        : token.Inner is var inner && inner.Start == inner.End;
}
