using System.Numerics;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Yaml;

/// <summary>
/// Walks documents depth first, and keeps for each node on the way which steps of the path are still to be made from it: so
/// each node is visited once however many ways the path has to it, and nothing is allocated for one.
/// </summary>
public ref struct YamlPathWalk
{
    private const int Word = 64;

    private readonly YamlPathStep[] _steps;
    private readonly IReadOnlyList<YamlNode> _roots;
    private readonly int _width;
    private int _root;
    private int _depth;
    private int _budget = YamlPath.AliasBudget;
    private YamlNode[] _chain = new YamlNode[16];
    private YamlPathFrame[] _frames = new YamlPathFrame[16];

    // For each frame two sets of steps: those to be made from the node, and those of the mapping that takes it in by "<<".
    private ulong[] _sets;

    internal YamlPathWalk(YamlPath path, IReadOnlyList<YamlNode> roots)
    {
        _steps = path.Steps;
        _roots = roots;
        _width = (_steps.Length / Word) + 1;
        _sets = new ulong[16 * 2 * _width];
    }

    /// <summary>The node found, with the nodes on the way to it.</summary>
    public readonly YamlMatch Current => new(_chain.AsSpan(0, _depth));

    /// <summary>Goes on to the next node at the path.</summary>
    /// <exception cref="TaskFailedException">Aliases stand for more nodes than <see cref="YamlPath.AliasBudget"/>.</exception>
    public bool MoveNext()
    {
        while (true)
        {
            if (_depth == 0)
            {
                if (_root == _roots.Count)
                    return false;
                Clear(0);
                Add(0, 0);
                Push(_roots[_root++]);
            }
            else if (_frames[_depth - 1].MoveNext())
            {
                if (!Step())
                    continue;
                Push(_frames[_depth - 1].Child);
            }
            else
            {
                _depth--;
                continue;
            }

            if (Contains(Own(_depth - 1), _steps.Length))
                return true;
        }
    }

    // Fills the sets of the current child; the answer is whether a way leads on over it.
    private bool Step()
    {
        Clear(_depth);
        ref var frame = ref _frames[_depth - 1];
        var isMerge = frame.Target.IsMapping && MergedKeys.IsMerge(frame.Key);
        Advance(Own(_depth - 1), isMerge, isMerged: false);
        var merged = Merged(_depth - 1);
        if (!IsEmpty(merged) && frame.Target.IsMapping && !isMerge)
            Advance(merged, isMerge: false, isMerged: true);
        else if (!IsEmpty(merged) && !frame.Target.IsMapping && frame.Child.Resolved.IsMapping)
            merged.CopyTo(Merged(_depth));
        if (isMerge)
            TakeIn();
        return !IsEmpty(Own(_depth)) || !IsEmpty(Merged(_depth));
    }

    private void Advance(ReadOnlySpan<ulong> states, bool isMerge, bool isMerged)
    {
        ref var frame = ref _frames[_depth - 1];
        for (var word = 0; word < states.Length; word++)
        {
            for (var rest = states[word]; rest != 0; rest &= rest - 1)
            {
                var state = (word * Word) + BitOperations.TrailingZeroCount(rest);
                if (state < _steps.Length && Leads(_steps[state], ref frame, isMerge, isMerged) && !(isMerged && IsHidden()))
                    Add(_depth, _steps[state].Kind == YamlPathStepKind.AnyDepth ? state : state + 1);
            }
        }
    }

    private static bool Leads(YamlPathStep step, ref YamlPathFrame frame, bool isMerge, bool isMerged) => step.Kind switch
    {
        YamlPathStepKind.Key => frame.Target.IsMapping && frame.Key.Resolved.ValueIs(step.Text),
        YamlPathStepKind.Index => !isMerged && frame.IsAt(step.Index),
        YamlPathStepKind.AnyDepth => !isMerge,
        _ => !isMerge && step.Selects(frame.Child),
    };

    // What is to be done in the mapping is to be done in the one it takes in; the mapping itself is not.
    private readonly void TakeIn()
    {
        var target = Merged(_depth);
        for (var i = 0; i < target.Length; i++)
            target[i] = Own(_depth - 1)[i] | Merged(_depth - 1)[i];
        target[_steps.Length / Word] &= ~(1UL << (_steps.Length % Word));
    }

    // Whether a mapping that takes in the current one has the key itself, or takes it from elsewhere first.
    private bool IsHidden()
    {
        var key = _frames[_depth - 1].Key.Resolved;
        if (!key.IsScalar)
            return false;
        var text = key.Value;
        for (var depth = _depth - 1; depth > 0 && !IsEmpty(Merged(depth)); depth--)
        {
            ref var owner = ref _frames[depth - 1];
            Spend(owner.Target.NextIndex - owner.Target.Index, owner.Target);
            if (owner.Target.IsMapping ? MergedKeys.FindOwn(owner.Target, text) is not null : HasBefore(owner, text))
                return true;
        }

        return false;
    }

    private static bool HasBefore(YamlPathFrame sources, string key)
    {
        foreach (var source in sources.Target.Items)
        {
            if (source == sources.Child)
                return false;
            if (MergedKeys.Find(source, key) is not null)
                return true;
        }

        return false;
    }

    private void Push(YamlNode node)
    {
        var isThroughAlias = node.Kind == YamlKind.Alias || (_depth > 0 && _frames[_depth - 1].IsThroughAlias);
        if (isThroughAlias)
            Spend(1, node);
        var enters = node.Kind != YamlKind.Alias || !IsOnTheWay(node.Resolved);
        if (_depth + 1 == _frames.Length)
        {
            Array.Resize(ref _frames, _frames.Length * 2);
            Array.Resize(ref _chain, _frames.Length);
            Array.Resize(ref _sets, _frames.Length * 2 * _width);
        }

        _chain[_depth] = node;
        _frames[_depth++] = new YamlPathFrame(node, enters, isThroughAlias);
    }

    private readonly bool IsOnTheWay(YamlNode target)
    {
        foreach (ref readonly var frame in _frames.AsSpan(0, _depth))
        {
            if (frame.Target == target)
                return true;
        }

        return false;
    }

    private void Spend(int nodes, YamlNode at)
    {
        _budget -= nodes;
        if (_budget < 0)
        {
            throw TaskFailedException.Findings(
                YamlCodes.TooLarge,
                $"The aliases of {at.File.Path} stand for more than {YamlPath.AliasBudget} nodes.",
                "Write out what the aliases stand for, or seek by a path that leads past them.");
        }
    }

    private readonly Span<ulong> Own(int depth) => _sets.AsSpan(depth * 2 * _width, _width);

    private readonly Span<ulong> Merged(int depth) => _sets.AsSpan(((depth * 2) + 1) * _width, _width);

    private readonly void Clear(int depth) => _sets.AsSpan(depth * 2 * _width, 2 * _width).Clear();

    // Any depth includes none.
    private readonly void Add(int depth, int state)
    {
        var set = Own(depth);
        set[state / Word] |= 1UL << (state % Word);
        while (state < _steps.Length && _steps[state].Kind == YamlPathStepKind.AnyDepth)
        {
            state++;
            set[state / Word] |= 1UL << (state % Word);
        }
    }

    private static bool Contains(ReadOnlySpan<ulong> set, int state) => (set[state / Word] & (1UL << (state % Word))) != 0;

    private static bool IsEmpty(ReadOnlySpan<ulong> set) => set.IndexOfAnyExcept(0UL) < 0;
}
