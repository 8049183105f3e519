using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>Anchors, aliases, tags and directives.</summary>
internal ref partial struct TokenScanner
{
    private void ScanName(TokenKind kind)
    {
        SaveKey();
        _mayBeKey = false;
        var index = _tokens.Count;
        Begin(kind);
        _at++;
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit((char)_text[_at]) || _text[_at] is (byte)'-' or (byte)'_'))
            _at++;
        if (_at == start || (_at < _text.Length && !"\0 \t\r\n?:,]}%@`"u8.Contains(_text[_at])))
        {
            Note("The name of an anchor has letters, digits, - and _ alone.", "Choose another name.");
            while (!IsBlankAt(_at) && !Characters.IsFlowIndicator(_text[_at]))
                _at++;
        }

        Complete(ref _tokens.All[index]);
    }

    private void ScanTag()
    {
        SaveKey();
        _mayBeKey = false;
        var index = _tokens.Count;
        Begin(TokenKind.Tag);
        _at++;
        if (_at < _text.Length && _text[_at] == '<')
        {
            while (!IsBlankAt(_at) && _text[_at] != '>')
                _at++;
            if (!IsBlankAt(_at))
                _at++;
        }
        else
        {
            while (_at < _text.Length && (Characters.IsUri(_text[_at]) && _text[_at] != '#' || _text[_at] == '%'))
                _at++;
        }

        if (!IsHandle(_text[(_tokens.All[index].Start + 1).._at]) || (_at < _text.Length && !"\0 \r\n"u8.Contains(_text[_at])))
        {
            Note("A tag ends with a space.", "Put a space after the tag.");
            while (!IsBlankAt(_at) && !Characters.IsFlowIndicator(_text[_at]))
                _at++;
        }

        Complete(ref _tokens.All[index]);
    }

    // What is before the second exclamation mark of a tag, if it has one.
    private static bool IsHandle(ReadOnlySpan<byte> tag) =>
        tag is [(byte)'<', ..] || tag.IndexOf((byte)'!') is not (var end and > 0) || IsName(tag[..end]);

    private void ScanDirective()
    {
        var index = _tokens.Count;
        Begin(TokenKind.Directive);
        var end = Characters.EndOfLine(_text, _at);
        var line = _text[_at..end];
        var comment = line.IndexOf(" #"u8);
        _at += comment < 0 ? line.TrimEnd((byte)' ').Length : line[..comment].TrimEnd((byte)' ').Length;
        Complete(ref _tokens.All[index]);
        var directive = _text[_tokens.All[index].Start.._at];
        if (directive.StartsWith("%YAML"u8) && !IsVersion(directive))
            Refuse("A %YAML directive has a version, such as 1.2.", null);
        else if (!IsName(directive[1..(directive.IndexOf((byte)' ') is var space and > 0 ? space : directive.Length)]))
            Refuse("The name of a directive has letters, digits, - and _ alone.", null);
        else
            SkipRestOfDirective();
    }

    // Nothing on the next line is a key: directives belong before a line of ---.
    private void SkipRestOfDirective()
    {
        _at = Characters.SkipSpaces(_text, _at);
        if (_at < _text.Length && _text[_at] == '#')
            ReadComment();
        if (_at < _text.Length && Characters.IsBreak(_text[_at]))
            TakeBreak();
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (var b in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'-' or (byte)'_'))
                return false;
        }

        return name.Length > 0;
    }

    private static bool IsVersion(ReadOnlySpan<byte> directive)
    {
        var version = directive["%YAML"u8.Length..].TrimStart((byte)' ');
        var dot = version.IndexOf((byte)'.');
        return dot > 0 && version[..dot].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && dot + 1 < version.Length && version[(dot + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}
