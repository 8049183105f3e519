using TK = GitOpsTasks.Lint.Yaml.Tokens.TokenKind;
using GS = GitOpsTasks.Lint.Yaml.Tokens.GrammarState;

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>Finds the first token that the grammar of YAML 1.1 does not allow. Keeps a stack of its own.</summary>
internal ref partial struct GrammarCheck
{
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly ReadOnlySpan<byte> _text;
    private readonly Stack<GS> _states = new();
    private int _at = 1;
    private string? _message;

    private GrammarCheck(ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> text)
    {
        _tokens = tokens;
        _text = text;
    }

    /// <summary>The first token at fault and what is wrong; null where there is none among the tokens that are there.</summary>
    public static (int Token, string Message)? Find(ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> text)
    {
        var check = new GrammarCheck(tokens, text);
        check.Run();
        return check._message is { } message ? (check._at, message) : null;
    }

    private void Run()
    {
        if (_tokens.Length < 2)
            return;
        _states.Push(Next is TK.Directive or TK.DocumentStart or TK.StreamEnd ? GS.DocumentStart : GS.DocumentEnd);
        if (_states.Peek() == GS.DocumentEnd)
            _states.Push(GS.BlockNode);
        while (_message is null && _at < _tokens.Length && _states.TryPop(out var state))
            Step(state);
    }

    private readonly TK Next => _at < _tokens.Length ? _tokens[_at].Kind : TK.StreamEnd;

    private void Step(GS state)
    {
        switch (state)
        {
            case GS.DocumentStart:
                StartDocument();
                break;
            case GS.DocumentContent:
                if (Next is not (TK.Directive or TK.DocumentStart or TK.DocumentEnd or TK.StreamEnd))
                    _states.Push(GS.BlockNode);
                break;
            case GS.DocumentEnd:
                Take(TK.DocumentEnd);
                _states.Push(GS.DocumentStart);
                break;
            case GS.BlockNode or GS.BlockNodeOrUnmarkedSequence or GS.FlowNode:
                Node(state);
                break;
            default:
                StepInCollection(state);
                break;
        }
    }

    private void StartDocument()
    {
        while (Take(TK.DocumentEnd))
        {
        }

        if (Next == TK.StreamEnd)
        {
            _at = _tokens.Length;
            return;
        }

        ReadDirectives();
        if (_message is not null)
            return;

        if (!Take(TK.DocumentStart))
        {
            _message = "A new document begins with ---.";
            return;
        }

        _states.Push(GS.DocumentEnd);
        _states.Push(GS.DocumentContent);
    }

    private void ReadDirectives()
    {
        for (var hasVersion = false; Next == TK.Directive; _at++)
        {
            var directive = _text[_tokens[_at].Start.._tokens[_at].End];
            if (!directive.StartsWith("%YAML "u8))
                continue;
            if (hasVersion)
                _message = "A document has one %YAML directive.";
            else if (!directive["%YAML"u8.Length..].TrimStart((byte)' ').StartsWith("1."u8))
                _message = "The version of YAML is not 1.1 or 1.2.";
            if (_message is not null)
                return;
            hasVersion = true;
        }
    }

    private void Node(GS state)
    {
        if (Take(TK.Alias))
            return;
        var hasProperties = Take(TK.Anchor);
        hasProperties |= Take(TK.Tag);
        hasProperties |= Take(TK.Anchor);
        if (state == GS.BlockNodeOrUnmarkedSequence && Next == TK.BlockEntry)
            _states.Push(GS.UnmarkedEntry);
        else if (Take(TK.Scalar))
            return;
        else if (Take(TK.FlowSequenceStart))
            _states.Push(GS.FlowFirstEntry);
        else if (Take(TK.FlowMappingStart))
            _states.Push(GS.FlowFirstKey);
        else if (state != GS.FlowNode && Take(TK.BlockSequenceStart))
            _states.Push(GS.BlockEntry);
        else if (state != GS.FlowNode && Take(TK.BlockMappingStart))
            _states.Push(GS.BlockKey);
        else if (!hasProperties)
            _message = "Something else was expected here.";
    }

    private void PushThen(GS after, GS now, bool isEmpty)
    {
        _states.Push(after);
        if (!isEmpty)
            _states.Push(now);
    }

    private void Expect(TK kind, string message)
    {
        if (!Take(kind))
            _message = message;
    }

    private bool Take(TK kind)
    {
        if (Next != kind || _at >= _tokens.Length)
            return false;
        _at++;
        return true;
    }
}
