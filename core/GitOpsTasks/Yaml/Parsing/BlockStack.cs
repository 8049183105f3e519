namespace GitOpsTasks.Yaml.Parsing;

/// <summary>The open block collections of a document, innermost last.</summary>
internal sealed class BlockStack(YamlLimits limits)
{
    private BlockFrame[] _frames = new BlockFrame[16];

    /// <summary>How many are open, the document included.</summary>
    public int Depth { get; private set; }

    /// <summary>The innermost.</summary>
    public ref BlockFrame Top => ref _frames[Depth - 1];

    /// <summary>The one around the innermost.</summary>
    public ref readonly BlockFrame Below => ref _frames[Depth - 2];

    /// <summary>Begins a document.</summary>
    public void Clear() => Depth = 0;

    /// <summary>Opens a collection.</summary>
    /// <exception cref="BudgetExceededException">The nesting is too deep.</exception>
    public void Push(BlockFrame frame, int offset)
    {
        if (Depth > limits.Depth)
            throw new BudgetExceededException(offset, $"The nesting is deeper than {limits.Depth} levels.");
        if (Depth == _frames.Length)
            Array.Resize(ref _frames, Depth * 2);
        _frames[Depth++] = frame;
    }

    /// <summary>Closes the innermost.</summary>
    public BlockFrame Pop() => _frames[--Depth];
}
