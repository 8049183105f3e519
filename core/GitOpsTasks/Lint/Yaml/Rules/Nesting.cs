using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>The collections that are open at a token, and which part of the innermost one the text is in.</summary>
internal ref struct Nesting
{
    private readonly ReadOnlySpan<Token> _tokens;
    private OpenCollection[] _open = new OpenCollection[16];
    private int _depth;

    /// <summary>Nothing but the stream is open.</summary>
    /// <param name="tokens">Those of the file.</param>
    /// <param name="style">How it is to be indented.</param>
    public Nesting(ReadOnlySpan<Token> tokens, IndentStyle style)
    {
        _tokens = tokens;
        Style = style;
        _open[0] = new OpenCollection(TokenKind.StreamEnd, 0);
    }

    /// <summary>How the file is to be indented.</summary>
    public IndentStyle Style;

    /// <summary>The innermost collection.</summary>
    public readonly ref OpenCollection Inner => ref _open[_depth];

    /// <summary>Goes on behind a token.</summary>
    /// <param name="at">The token.</param>
    /// <param name="lineColumn">The column its line begins at.</param>
    /// <returns>False where the token cannot be there.</returns>
    public bool TryPass(int at, int lineColumn)
    {
        ref readonly var token = ref _tokens[at];
        switch (token.Kind)
        {
            case TokenKind.BlockMappingStart:
                if (_tokens[at + 1].Kind != TokenKind.Key || _tokens[at + 1].Line != token.Line)
                    return false;
                Open(new OpenCollection(TokenKind.BlockEnd, token.Column));
                return true;
            case TokenKind.BlockSequenceStart:
                Open(new OpenCollection(TokenKind.BlockEnd, token.Column) { IsList = true });
                return true;
            case TokenKind.FlowMappingStart:
                Open(new OpenCollection(TokenKind.FlowMappingEnd, InBrackets(at, lineColumn), lineColumn));
                return true;
            case TokenKind.FlowSequenceStart:
                Open(new OpenCollection(TokenKind.FlowSequenceEnd, InBrackets(at, lineColumn), lineColumn));
                return true;
            case TokenKind.Key:
                (Inner.Slot, Inner.HasKey, Inner.IsKeyMarked) = (Slot.Key, true, token.IsExplicitKey);
                return true;
            case TokenKind.Value:
                return TryPassColon(at);
            case TokenKind.BlockEntry:
                PassHyphen(at);
                return true;
            case TokenKind.Anchor or TokenKind.Tag:
                return true;
        }

        if (_depth > 0 && Inner.End == token.Kind)
            _depth--;
        Inner.Complete();
        return true;
    }

    private void Open(OpenCollection collection)
    {
        if (++_depth == _open.Length)
            Array.Resize(ref _open, _depth * 2);
        _open[_depth] = collection;
    }

    private int InBrackets(int at, int lineColumn)
    {
        ref readonly var first = ref _tokens[at + 1];
        return first.Line == _tokens[at].Line ? first.Column : Style.Inside(lineColumn, first.Column);
    }

    private bool TryPassColon(int at)
    {
        ref var mapping = ref Inner;
        if (!mapping.HasKey || mapping.Slot == Slot.Item)
            return false;
        var value = ValueAfter(at);
        if (_tokens[value].Kind is TokenKind.Key or TokenKind.BlockEnd or TokenKind.FlowMappingEnd or TokenKind.FlowSequenceEnd)
            return true;
        var column = _tokens[value].Column;
        if (mapping.IsKeyMarked)
            mapping.Enter(Slot.ValueOfMarkedKey, Style.Inside(mapping.Place, column));
        else if (_tokens[value].Line == _tokens[at].Line)
            mapping.Enter(Slot.Value, column);
        else if (_tokens[value].Kind is TokenKind.BlockSequenceStart or TokenKind.BlockEntry)
            mapping.Enter(Slot.Value, Style.ListBelow(mapping.Place, column));
        else
            mapping.Enter(Slot.Value, Style.Inside(mapping.Place, column));
        mapping.HasKey = false;
        return true;
    }

    // An anchor or a tag beside the key leaves the value on a line of its own.
    private readonly int ValueAfter(int colon)
    {
        var isBeside = _tokens[colon + 1].Kind is TokenKind.Anchor or TokenKind.Tag && _tokens[colon + 1].Line == _tokens[colon].Line;
        return isBeside && colon + 2 < _tokens.Length && _tokens[colon + 2].Line > _tokens[colon].Line ? colon + 2 : colon + 1;
    }

    private void PassHyphen(int at)
    {
        ref readonly var hyphen = ref _tokens[at];
        ref readonly var item = ref _tokens[at + 1];
        if (item.Kind is TokenKind.BlockEntry or TokenKind.BlockEnd)
            Inner.EnterItem(null);
        else if (item.Line == hyphen.Line || item.Column == hyphen.Column)
            Inner.EnterItem(item.Column);
        else
            Inner.EnterItem(Style.Inside(hyphen.Column, item.Column));
    }
}
