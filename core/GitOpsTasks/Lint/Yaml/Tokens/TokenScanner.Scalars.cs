using GitOpsTasks.Yaml;
using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>Plain and quoted scalars.</summary>
internal ref partial struct TokenScanner
{
    private void ScanPlain()
    {
        SaveKey();
        _mayBeKey = false;
        var index = _tokens.Count;
        Begin(TokenKind.Scalar);
        var indent = _indent + 1;
        while (true)
        {
            var end = EndOfPlainPart();
            if (end == _at)
                break;
            _at = end;
            _mayBeKey = false;
            Complete(ref _tokens.All[index]);
            var line = _line;
            if (!SkipInPlain() || _at >= _text.Length || _text[_at] == '#' || (_flow == 0 && Column < indent))
                break;
            if (line != _line && EndOfPlainPart() > _at)
                _tokens.All[index].IsVerbatim = false;
        }
    }

    private readonly int EndOfPlainPart()
    {
        var at = _at;
        for (; at < _text.Length; at++)
        {
            var b = _text[at];
            if (b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
                break;
            if (b == ':' && (IsBlankAt(at + 1) || (_flow != 0 && Characters.IsFlowIndicator(_text[at + 1]))))
                break;
            if (_flow != 0 && b is (byte)',' or (byte)'?' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}')
                break;
        }

        return at;
    }

    // Whether anything was skipped that a scalar may go on after.
    private bool SkipInPlain()
    {
        var start = _at;
        _at = Characters.SkipSpaces(_text, _at);
        if (_at >= _text.Length || !Characters.IsBreak(_text[_at]))
            return _at > start;
        _mayBeKey = true;
        while (_at < _text.Length && (_text[_at] == ' ' || Characters.IsBreak(_text[_at])))
        {
            if (_text[_at] == ' ')
            {
                _at++;
                continue;
            }

            TakeBreak();
            if (Characters.IsDocumentMarker(_text, _at))
                return false;
        }

        return true;
    }

    private void ScanQuoted(byte quote)
    {
        SaveKey();
        _mayBeKey = false;
        var index = _tokens.Count;
        Begin(TokenKind.Scalar).Style = quote == '"' ? YamlStyle.DoubleQuoted : YamlStyle.SingleQuoted;
        _at++;
        while (_at < _text.Length)
        {
            var b = _text[_at];
            if (b == quote)
            {
                _at++;
                if (quote == '"' || _at >= _text.Length || _text[_at] != '\'')
                {
                    Complete(ref _tokens.All[index]);
                    return;
                }

                _tokens.All[index].IsVerbatim = false;
                _at++;
            }
            else if (b == '\\' && quote == '"')
            {
                _tokens.All[index].IsVerbatim = false;
                if (!TakeEscape())
                    return;
            }
            else if (Characters.IsBreak(b))
            {
                _tokens.All[index].IsVerbatim = false;
                TakeBreak();
                if (Characters.IsDocumentMarker(_text, _at))
                {
                    Refuse("A quoted text goes on over the start or end of a document.", "Close the quotes.");
                    return;
                }
            }
            else
            {
                _at++;
            }
        }

        Refuse("A quoted text has no end.", "Close the quotes.");
    }

    private bool TakeEscape()
    {
        _at++;
        if (_at >= _text.Length)
            return true;
        var b = _text[_at];
        if (Characters.IsBreak(b))
            return true;
        var digits = b switch { (byte)'x' => 2, (byte)'u' => 4, (byte)'U' => 8, _ => 0 };
        if (digits == 0 && !"0abt\tnvfre \"/\\N_LP"u8.Contains(b))
        {
            Refuse($"'\\{(char)b}' is no escape.", "Write \\\\ for a backslash, or use single quotes.");
            return false;
        }

        _at++;
        for (var i = 0; i < digits; i++, _at++)
        {
            if (_at < _text.Length && Characters.IsHex(_text[_at]))
                continue;
            _at -= i;
            Refuse($"An escape of {digits} hexadecimal digits has fewer.", "Write all digits, or use single quotes.");
            return false;
        }

        return true;
    }
}
