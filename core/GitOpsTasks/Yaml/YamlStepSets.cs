using System.Numerics;

namespace GitOpsTasks.Yaml;

/// <summary>
/// For each node on the way of a search two sets of steps of its path: those to be made from the node, and those of the
/// mapping that takes it in by <c>&lt;&lt;</c>. One bit stands for each step, and one more for the end of the path.
/// </summary>
internal struct YamlStepSets
{
    private const int Word = 64;

    private readonly YamlPathStep[] _steps;
    private readonly int _width;
    private ulong[] _words;

    public YamlStepSets(YamlPathStep[] steps, int depth)
    {
        _steps = steps;
        _width = (steps.Length / Word) + 1;
        _words = new ulong[depth * 2 * _width];
    }

    /// <summary>The steps to be made from the node itself.</summary>
    public readonly Span<ulong> Own(int depth) => _words.AsSpan(depth * 2 * _width, _width);

    /// <summary>The steps of the mapping that takes the node in.</summary>
    public readonly Span<ulong> Merged(int depth) => _words.AsSpan(((depth * 2) + 1) * _width, _width);

    /// <summary>Makes room for more nodes.</summary>
    public void Grow(int depth) => Array.Resize(ref _words, depth * 2 * _width);

    /// <summary>Empties both sets of a node.</summary>
    public readonly void Clear(int depth) => _words.AsSpan(depth * 2 * _width, 2 * _width).Clear();

    /// <summary>Whether a way leads on from a node.</summary>
    public readonly bool IsEmpty(int depth) => IsEmpty(Own(depth)) && IsEmpty(Merged(depth));

    /// <summary>Whether the path ends at a node.</summary>
    public readonly bool IsAtEnd(int depth) => (Own(depth)[_steps.Length / Word] & (1UL << (_steps.Length % Word))) != 0;

    /// <summary>Adds a step to be made from a node, and those after it that may be left out: any depth includes none.</summary>
    public readonly void Add(int depth, int step)
    {
        var set = Own(depth);
        set[step / Word] |= 1UL << (step % Word);
        while (step < _steps.Length && _steps[step].Kind == YamlPathStepKind.AnyDepth)
        {
            step++;
            set[step / Word] |= 1UL << (step % Word);
        }
    }

    /// <summary>What is to be done in a mapping is to be done in the one it takes in; the mapping itself is not.</summary>
    public readonly void TakeIn(int depth)
    {
        var target = Merged(depth);
        for (var i = 0; i < target.Length; i++)
            target[i] = Own(depth - 1)[i] | Merged(depth - 1)[i];
        target[_steps.Length / Word] &= ~(1UL << (_steps.Length % Word));
    }

    /// <summary>Whether no step is in a set.</summary>
    public static bool IsEmpty(ReadOnlySpan<ulong> set) => set.IndexOfAnyExcept(0UL) < 0;

    /// <summary>Takes the lowest step out of a set; false where there is none but perhaps the end of the path.</summary>
    /// <param name="set">The set.</param>
    /// <param name="from">Where to look on from; moved after the step.</param>
    /// <param name="step">The step.</param>
    public readonly bool Next(ReadOnlySpan<ulong> set, ref int from, out int step)
    {
        for (step = from; step < _steps.Length; step = (step / Word + 1) * Word)
        {
            var rest = set[step / Word] >> (step % Word);
            if (rest == 0)
                continue;
            step += BitOperations.TrailingZeroCount(rest);
            from = step + 1;
            return step < _steps.Length;
        }

        return false;
    }
}
