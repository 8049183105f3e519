using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Enters and leaves collections, keys and values.</summary>
internal ref partial struct IndentationWalk
{
    // False where the tokens are not those of YAML, so that nothing can be said.
    private bool TryEnter(int at)
    {
        ref readonly var token = ref _tokens[at];
        switch (token.Kind)
        {
            case TokenKind.BlockMappingStart:
                return TryEnterBlock(IndentKind.BlockMapping, token, _tokens[at + 1], TokenKind.Key);
            case TokenKind.BlockSequenceStart:
                return TryEnterBlock(IndentKind.BlockSequence, token, _tokens[at + 1], TokenKind.BlockEntry);
            case TokenKind.FlowMappingStart:
                EnterFlow(IndentKind.FlowMapping, token, _tokens[at + 1]);
                return true;
            case TokenKind.FlowSequenceStart:
                EnterFlow(IndentKind.FlowSequence, token, _tokens[at + 1]);
                return true;
            case TokenKind.BlockEntry:
                EnterItem(token, _tokens[at + 1]);
                return true;
            case TokenKind.Key:
                Push(new IndentFrame(IndentKind.Key, Top.Indent) { IsExplicitKey = token.IsExplicitKey });
                return true;
            case TokenKind.Value:
                return TryEnterValue(at);
            default:
                return true;
        }
    }

    private bool TryEnterBlock(IndentKind kind, in Token token, in Token next, TokenKind expected)
    {
        if (next.Kind != expected || next.Line != token.Line)
            return false;
        Push(new IndentFrame(kind, token.Column));
        return true;
    }

    private void EnterFlow(IndentKind kind, in Token token, in Token next)
    {
        var indent = next.Line == token.Line ? next.Column : Further(_lineIndent, next.Column);
        Push(new IndentFrame(kind, indent) { LineIndent = _lineIndent });
    }

    private void EnterItem(in Token token, in Token next)
    {
        if (next.Kind is TokenKind.BlockEntry or TokenKind.BlockEnd)
            return;
        if (Top.Kind != IndentKind.BlockSequence)
            Push(new IndentFrame(IndentKind.BlockSequence, token.Column) { IsUnmarked = true });
        var indent = next.Line == token.EndLine || next.Column == token.Column
            ? next.Column
            : Further(token.Column, next.Column);
        Push(new IndentFrame(IndentKind.Item, indent));
    }

    private bool TryEnterValue(int at)
    {
        if (Top.Kind != IndentKind.Key)
            return false;
        var next = _tokens[at + 1];
        var line = _tokens[at - 1].Line;
        // An anchor or a tag beside the key leaves the value on a line of its own.
        if (next.Kind is TokenKind.Anchor or TokenKind.Tag && next.Line == line && at + 2 < _tokens.Length && next.Line < _tokens[at + 2].Line)
            next = _tokens[at + 2];
        if (next.Kind is TokenKind.BlockEnd or TokenKind.FlowMappingEnd or TokenKind.FlowSequenceEnd or TokenKind.Key)
            return true;
        int indent;
        if (Top.IsExplicitKey)
            indent = Further(Top.Indent, next.Column);
        else if (next.Line == line)
            indent = next.Column;
        else if (next.Kind is TokenKind.BlockSequenceStart or TokenKind.BlockEntry)
            indent = OfSequence(next.Column);
        else
            indent = Further(Top.Indent, next.Column);
        Push(new IndentFrame(IndentKind.Value, indent));
        return true;
    }

    private int OfSequence(int column)
    {
        var key = Top.Indent;
        switch (_sequences)
        {
            case SequenceIndent.Never:
                return key;
            case SequenceIndent.Always:
                return _width is null && column == key ? Unknown : Further(key, column);
            default:
                var isIndented = column != key;
                if (_sequences == SequenceIndent.AsTheFirst)
                    _sequences = isIndented ? SequenceIndent.Always : SequenceIndent.Never;
                return isIndented ? Further(key, column) : key;
        }
    }

    private void Leave(int at)
    {
        var kind = _tokens[at].Kind;
        var next = at + 1 < _tokens.Length ? _tokens[at + 1].Kind : TokenKind.StreamEnd;
        var isConsumed = false;
        while (true)
        {
            var top = Top;
            var closes = top.Kind switch
            {
                IndentKind.FlowSequence => kind == TokenKind.FlowSequenceEnd,
                IndentKind.FlowMapping => kind == TokenKind.FlowMappingEnd,
                IndentKind.BlockMapping or IndentKind.BlockSequence => kind == TokenKind.BlockEnd && !top.IsUnmarked,
                _ => false,
            };
            if (closes && !isConsumed)
            {
                Pop();
                isConsumed = true;
            }
            else if (top.Kind == IndentKind.Item && kind != TokenKind.BlockEntry && _frames[^2].IsUnmarked
                && kind is not (TokenKind.Anchor or TokenKind.Tag) && next != TokenKind.BlockEntry)
            {
                Pop();
                Pop();
            }
            else if (top.Kind == IndentKind.Item && next is TokenKind.BlockEntry or TokenKind.BlockEnd)
            {
                Pop();
            }
            else if (top.Kind == IndentKind.Value && kind is not (TokenKind.Value or TokenKind.Anchor or TokenKind.Tag))
            {
                Pop();
                Pop();
            }
            else if (top.Kind == IndentKind.Key && next is TokenKind.BlockEnd or TokenKind.FlowMappingEnd or TokenKind.FlowSequenceEnd or TokenKind.Key)
            {
                Pop();
            }
            else
            {
                return;
            }
        }
    }
}
