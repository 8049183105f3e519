using GitOpsTasks.Lint.Yaml.Tokens;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>The second and further lines of scalars.</summary>
internal ref partial struct IndentationWalk
{
    private void CheckFurtherLines(int at, in Token token)
    {
        int? expected = null;
        var bytes = _text.Bytes;
        var line = token.Line;
        for (var start = token.Start; bytes[start..token.End].IndexOf((byte)'\n') is var length and >= 0;)
        {
            start += length + 1;
            line++;
            var content = start;
            while (content < token.End && bytes[content] == ' ')
                content++;
            if (content < token.End ? bytes[content] is (byte)'\n' or (byte)'\r' : content < bytes.Length || content == start)
                continue;
            var found = content - start;
            expected ??= ExpectedOf(token, found);
            // The text of the message is yamllint's, to the missing blank.
            if (found != expected)
                _problems.AtToken(_text, at, line + 1, found + 1, "wrong indentation: expected {0}but found {1}", expected.Value, found);
        }
    }

    private int ExpectedOf(in Token token, int found)
    {
        switch (token.Style)
        {
            case YamlStyle.Plain:
                return token.Column;
            case YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted:
                return token.Column + 1;
        }

        return Further(BaseOf(token), found);
    }

    // A block text is a level further in than what it belongs to.
    private readonly int BaseOf(in Token token) => Top.Kind switch
    {
        IndentKind.Item or IndentKind.Key => token.Column,
        IndentKind.Value when token.Line > _line => Top.Indent,
        IndentKind.Value when _frames[^2].IsExplicitKey => token.Column,
        IndentKind.Value => _frames[^2].Indent,
        _ => Top.Indent,
    };
}
