using GitOpsTasks.Yaml;
using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>Scalars after <c>|</c> and <c>&gt;</c>. They end where the next line begins, white space lines included.</summary>
internal ref partial struct TokenScanner
{
    private void ScanBlockScalar()
    {
        _mayBeKey = true;
        DropCurrent();
        var index = _tokens.Count;
        ref var token = ref Begin(TokenKind.Scalar);
        token.Style = _text[_at] == '|' ? YamlStyle.Literal : YamlStyle.Folded;
        token.IsVerbatim = false;
        _at++;
        if (!ReadHeader(out var explicitIndent))
            return;
        var least = Math.Max(1, _indent + 1);
        int indent;
        if (explicitIndent > 0)
        {
            indent = least + explicitIndent - 1;
            SkipBreaks(ref _tokens.All[index], indent);
        }
        else
        {
            indent = Math.Max(least, FirstIndent(ref _tokens.All[index]));
        }

        while (Column == indent && _at < _text.Length)
        {
            _at = Characters.EndOfLine(_text, _at);
            if (_at < _text.Length)
                TakeBreak();
            SkipBreaks(ref _tokens.All[index], indent);
        }
    }

    private bool ReadHeader(out int indent)
    {
        indent = 0;
        var hasChomping = false;
        while (_at < _text.Length && _text[_at] is (byte)'+' or (byte)'-' or (>= (byte)'0' and <= (byte)'9'))
        {
            if (_text[_at] == '0')
            {
                Refuse("The indentation of a block text is 1 to 9.", null);
                return false;
            }

            var isChomping = _text[_at] is (byte)'+' or (byte)'-';
            if (isChomping ? hasChomping : indent > 0)
                break;
            hasChomping |= isChomping;
            if (!isChomping)
                indent = _text[_at] - '0';
            _at++;
        }

        var end = _at;
        _at = Characters.SkipSpaces(_text, _at);
        if (_at > end && _at < _text.Length && _text[_at] == '#')
            _at = Characters.EndOfLine(_text, _at);
        if (_at >= _text.Length)
            return true;
        if (_text[_at] == '\t')
        {
            Note("A block text begins on the next line.", "Use spaces before a comment.");
            _at = Characters.EndOfLine(_text, _at);
        }

        if (!Characters.IsBreakOrEnd(_text, _at))
        {
            Refuse("A block text begins on the next line.", "Break the line after the | or >.");
            return false;
        }

        if (_at < _text.Length)
            TakeBreak();
        return true;
    }

    private int FirstIndent(ref Token token)
    {
        var most = 0;
        Complete(ref token);
        while (_at < _text.Length && (_text[_at] == ' ' || Characters.IsBreak(_text[_at])))
        {
            if (_text[_at] == ' ')
            {
                _at++;
                most = Math.Max(most, Column);
                continue;
            }

            TakeBreak();
            Complete(ref token);
        }

        return most;
    }

    private void SkipBreaks(ref Token token, int indent)
    {
        Complete(ref token);
        SkipIndent(indent);
        while (_at < _text.Length && Characters.IsBreak(_text[_at]))
        {
            TakeBreak();
            Complete(ref token);
            SkipIndent(indent);
        }
    }

    private void SkipIndent(int indent)
    {
        while (Column < indent && _at < _text.Length && _text[_at] == ' ')
            _at++;
    }
}
