using TK = GitOpsTasks.Lint.Yaml.Tokens.TokenKind;
using GS = GitOpsTasks.Lint.Yaml.Tokens.GrammarState;

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>Inside of sequences and mappings.</summary>
internal ref partial struct GrammarCheck
{
    private void StepInCollection(GS state)
    {
        switch (state)
        {
            case GS.BlockEntry:
                if (Take(TK.BlockEntry))
                    PushThen(GS.BlockEntry, GS.BlockNode, Next is TK.BlockEntry or TK.BlockEnd);
                else
                    Expect(TK.BlockEnd, "Items of a list stand at one column.");
                break;
            case GS.UnmarkedEntry:
                if (Take(TK.BlockEntry))
                    PushThen(GS.UnmarkedEntry, GS.BlockNode, Next is TK.BlockEntry or TK.Key or TK.Value or TK.BlockEnd);
                break;
            case GS.BlockKey:
                if (Take(TK.Key))
                    PushThen(GS.BlockValue, GS.BlockNodeOrUnmarkedSequence, Next is TK.Key or TK.Value or TK.BlockEnd);
                else
                    Expect(TK.BlockEnd, "Keys of a mapping stand at one column.");
                break;
            case GS.BlockValue:
                PushThen(GS.BlockKey, GS.BlockNodeOrUnmarkedSequence, !Take(TK.Value) || Next is TK.Key or TK.Value or TK.BlockEnd);
                break;
            case GS.FlowFirstEntry or GS.FlowEntry:
                Entry(state);
                break;
            case GS.FlowPairKey:
                PushThen(GS.FlowPairValue, GS.FlowNode, Next is TK.Value or TK.FlowEntry or TK.FlowSequenceEnd);
                break;
            case GS.FlowPairValue:
                PushThen(GS.FlowEntry, GS.FlowNode, !Take(TK.Value) || Next is TK.FlowEntry or TK.FlowSequenceEnd);
                break;
            case GS.FlowFirstKey or GS.FlowKey:
                Key(state);
                break;
            case GS.FlowValue:
                PushThen(GS.FlowKey, GS.FlowNode, !Take(TK.Value) || Next is TK.FlowEntry or TK.FlowMappingEnd);
                break;
            case GS.FlowEmptyValue:
                _states.Push(GS.FlowKey);
                break;
        }
    }

    private void Entry(GS state)
    {
        if (Take(TK.FlowSequenceEnd))
            return;
        if (state == GS.FlowEntry && !Take(TK.FlowEntry))
            _message = "A comma or a closing bracket was expected here.";
        else if (Take(TK.Key))
            _states.Push(GS.FlowPairKey);
        else if (!Take(TK.FlowSequenceEnd))
            PushThen(GS.FlowEntry, GS.FlowNode, isEmpty: false);
    }

    private void Key(GS state)
    {
        if (Take(TK.FlowMappingEnd))
            return;
        if (state == GS.FlowKey && !Take(TK.FlowEntry))
            _message = "A comma or a closing brace was expected here.";
        else if (Take(TK.Key))
            PushThen(GS.FlowValue, GS.FlowNode, Next is TK.Value or TK.FlowEntry or TK.FlowMappingEnd);
        else if (!Take(TK.FlowMappingEnd))
            PushThen(GS.FlowEmptyValue, GS.FlowNode, isEmpty: false);
    }
}
