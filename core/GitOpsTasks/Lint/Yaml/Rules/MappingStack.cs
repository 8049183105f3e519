using GitOpsTasks.Lint.Yaml.Tokens;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>Follows which mapping keys belong to.</summary>
internal ref struct MappingStack
{
    private const int NoMapping = -1;
    private readonly Stack<int> _open;

    /// <summary>A stack at the start of a file.</summary>
    public MappingStack() => _open = new Stack<int>();

    /// <summary>The number, from 0, of the mapping around; -1 in a list and outside of collections.</summary>
    public readonly int Current => _open.TryPeek(out var mapping) ? mapping : NoMapping;

    /// <summary>How many mappings have begun.</summary>
    public int Count { get; private set; }

    /// <summary>Takes the next token.</summary>
    public void Follow(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.BlockMappingStart or TokenKind.FlowMappingStart:
                _open.Push(Count++);
                break;
            case TokenKind.BlockSequenceStart or TokenKind.FlowSequenceStart:
                _open.Push(NoMapping);
                break;
            case TokenKind.BlockEnd or TokenKind.FlowMappingEnd or TokenKind.FlowSequenceEnd:
                _open.TryPop(out _);
                break;
        }
    }
}
