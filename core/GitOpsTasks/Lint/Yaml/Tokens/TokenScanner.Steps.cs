using System.Runtime.CompilerServices;
using GitOpsTasks.Yaml;
using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>Going on over white space, comments and line breaks, and the bounds of tokens.</summary>
internal ref partial struct TokenScanner
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsBlankAt(int at) => Characters.IsBlankOrEnd(_text, at);

    private void SkipToNext()
    {
        while (_at < _text.Length)
        {
            var current = _text[_at];
            if (current == ' ')
            {
                _at++;
            }
            else if (current is (byte)'\n' or (byte)'\r')
            {
                TakeBreak();
                if (_flow == 0)
                    _mayBeKey = true;
            }
            else if (current == '#')
            {
                ReadComment();
            }
            else if (current == '\t')
            {
                // Tabs part words in YAML 1.2, but not in YAML 1.1.
                Note("A tab cannot begin anything here.", "Use spaces.");
                _at++;
            }
            else
            {
                return;
            }
        }
    }

    private void ReadComment()
    {
        var start = _at;
        _at = Characters.EndOfLine(_text, _at);
        _tokens.AddComment(start, _at, _line, start - _lineStart);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakeBreak()
    {
        _at = Characters.AfterBreak(_text, _at);
        _line++;
        _lineStart = _at;
    }

    private void Take(TokenKind kind, int length)
    {
        ref var token = ref Begin(kind);
        _at += length;
        Complete(ref token);
    }

    private void AddEmpty(TokenKind kind) => Complete(ref Begin(kind));

    private ref Token Begin(TokenKind kind)
    {
        ref var token = ref _tokens.Add();
        token.Kind = kind;
        token.Style = YamlStyle.Plain;
        token.IsVerbatim = true;
        token.Start = _at;
        token.Line = _line;
        token.Column = Column;
        token.End = -1;
        return ref token;
    }

    private readonly void Complete(ref Token token)
    {
        token.End = _at;
        token.EndLine = _line;
        token.EndColumn = Column;
    }
}
