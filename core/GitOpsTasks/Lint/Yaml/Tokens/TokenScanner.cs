using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>
/// Cuts a text into tokens as YAML 1.1 readers do, in one pass. What those refuse though YAML 1.2 allows it is noted, and
/// passed over; whether it is wrong is for the parser to say.
/// </summary>
internal ref partial struct TokenScanner
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly TokenList _tokens;
    private SimpleKey[] _keys;
    private int[] _indents;
    private int _indentCount;
    private int _indent;
    private int _flow;
    private bool _mayBeKey;
    private bool _isDone;
    private int _at;
    private int _line;
    private int _lineStart;

    // Where the last token was done, and the first token that might still have become a key there.
    private int _from;
    private int _fromLine;
    private int _pending;

    // How many tokens there were when the reading of the last one began.
    private int _fetched;

    /// <summary>A scanner of a text without byte order mark.</summary>
    public TokenScanner(ReadOnlySpan<byte> text, TokenList tokens)
    {
        _text = text;
        _tokens = tokens;
        _keys = new SimpleKey[8];
        _indents = new int[16];
        _indent = -1;
        _mayBeKey = true;
    }

    /// <summary>What the text is refused for first; null where nothing is.</summary>
    public ScanError? Error { get; private set; }

    private readonly int Column => _at - _lineStart;

    private ref SimpleKey CurrentKey => ref _keys[Math.Max(0, _flow)];

    /// <summary>Reads all there is, up to what no reader could go on after.</summary>
    public void Scan()
    {
        AddEmpty(TokenKind.StreamStart);
        while (!_isDone)
            ScanNext();
        _tokens.DropUnfinished();
    }

    private void ScanNext()
    {
        (_from, _fromLine) = (_at, _line);
        var (fetched, pending) = (_fetched, _pending);
        _fetched = _tokens.Count;
        _pending = Math.Min(PendingToken(_keys[0]), PendingToken(CurrentKey));
        ref var outer = ref _keys[0];
        if (outer is { IsPossible: true, IsRequired: true } && outer.IsTooFar(_at, _line))
        {
            _fetched = Math.Min(fetched, pending);
            Drop(ref outer);
            return;
        }
        SkipToNext();
        if (outer.IsPossible && outer.IsTooFar(_at, _line))
            Drop(ref outer);
        if (_isDone)
            return;
        Unwind(Column);
        if (_at >= _text.Length)
        {
            End();
            return;
        }

        var current = _text[_at];
        if (_at == _lineStart && current is (byte)'%' or (byte)'-' or (byte)'.' && ScanMarker(current))
            return;
        switch (current)
        {
            case (byte)'[':
                OpenFlow(TokenKind.FlowSequenceStart);
                break;
            case (byte)'{':
                OpenFlow(TokenKind.FlowMappingStart);
                break;
            case (byte)']':
                CloseFlow(TokenKind.FlowSequenceEnd);
                break;
            case (byte)'}':
                CloseFlow(TokenKind.FlowMappingEnd);
                break;
            case (byte)',':
                _mayBeKey = true;
                DropCurrent();
                Take(TokenKind.FlowEntry, 1);
                break;
            case (byte)'-' when IsBlankAt(_at + 1):
                ScanEntry();
                break;
            case (byte)'?' when _flow != 0 || IsBlankAt(_at + 1):
                ScanExplicitKey();
                break;
            case (byte)':' when _flow != 0 || IsBlankAt(_at + 1):
                ScanValue();
                break;
            default:
                ScanLeaf(current);
                break;
        }
    }

    private readonly int PendingToken(in SimpleKey key) => key.IsPossible && !key.IsTooFar(_from, _fromLine) ? key.Token : int.MaxValue;

    private void ScanLeaf(byte current)
    {
        switch (current)
        {
            case (byte)'*':
                ScanName(TokenKind.Alias);
                break;
            case (byte)'&':
                ScanName(TokenKind.Anchor);
                break;
            case (byte)'!':
                ScanTag();
                break;
            case (byte)'|' or (byte)'>' when _flow == 0:
                ScanBlockScalar();
                break;
            case (byte)'\'' or (byte)'"':
                ScanQuoted(current);
                break;
            default:
                if (CanStartPlain(current))
                    ScanPlain();
                else
                    Refuse($"The character '{(char)current}' cannot begin anything here.", "Quote the text.");
                break;
        }
    }

    private readonly bool CanStartPlain(byte current) => current switch
    {
        (byte)'-' => !IsBlankAt(_at + 1),
        (byte)'?' or (byte)':' => _flow == 0 && !IsBlankAt(_at + 1),
        _ => !Characters.IsIndicator(current) && current is not 0,
    };
}
