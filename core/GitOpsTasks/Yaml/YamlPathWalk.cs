using GitOpsTasks.Contracts;

namespace GitOpsTasks.Yaml;

/// <summary>
/// Walks documents depth first, and keeps for each node on the way which steps of the path are still to be made from it: so
/// each node is visited once however many ways the path has to it, and nothing is allocated for one.
/// </summary>
public ref struct YamlPathWalk
{
    private readonly YamlPathStep[] _steps;
    private readonly IReadOnlyList<YamlNode> _roots;
    private int _root;
    private int _depth;
    private int _budget = YamlPath.AliasBudget;
    private YamlNode[] _chain = new YamlNode[16];
    private YamlPathFrame[] _frames = new YamlPathFrame[16];
    private YamlStepSets _sets;

    internal YamlPathWalk(YamlPath path, IReadOnlyList<YamlNode> roots)
    {
        _steps = path.Steps;
        _roots = roots;
        _sets = new YamlStepSets(_steps, _frames.Length);
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
                _sets.Clear(0);
                _sets.Add(0, 0);
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

            if (_sets.IsAtEnd(_depth - 1))
                return true;
        }
    }

    // Fills the sets of the current child; the answer is whether a way leads on over it.
    private bool Step()
    {
        _sets.Clear(_depth);
        ref var frame = ref _frames[_depth - 1];
        var isMerge = frame.Target.IsMapping && MergedKeys.IsMerge(frame.Key);
        Advance(_sets.Own(_depth - 1), isMerge, isMerged: false);
        var merged = _sets.Merged(_depth - 1);
        if (!YamlStepSets.IsEmpty(merged) && frame.Target.IsMapping && !isMerge)
            Advance(merged, isMerge: false, isMerged: true);
        else if (!YamlStepSets.IsEmpty(merged) && !frame.Target.IsMapping && frame.Child.Resolved.IsMapping)
            merged.CopyTo(_sets.Merged(_depth));
        if (isMerge)
            _sets.TakeIn(_depth);
        return !_sets.IsEmpty(_depth);
    }

    private void Advance(ReadOnlySpan<ulong> states, bool isMerge, bool isMerged)
    {
        ref var frame = ref _frames[_depth - 1];
        for (var from = 0; _sets.Next(states, ref from, out var step);)
        {
            if (Leads(_steps[step], ref frame, isMerge, isMerged) && !(isMerged && IsHidden()))
                _sets.Add(_depth, _steps[step].Kind == YamlPathStepKind.AnyDepth ? step : step + 1);
        }
    }

    private static bool Leads(YamlPathStep step, ref YamlPathFrame frame, bool isMerge, bool isMerged) => step.Kind switch
    {
        YamlPathStepKind.Key => frame.Target.IsMapping && frame.Key.Resolved.ValueIs(step.Text),
        YamlPathStepKind.Index => !isMerged && frame.IsAt(step.Index),
        YamlPathStepKind.AnyDepth => !isMerge,
        _ => !isMerge && step.Selects(frame.Child),
    };

    // Whether a mapping that takes in the current one has the key itself, or takes it from elsewhere first.
    private bool IsHidden()
    {
        var key = _frames[_depth - 1].Key.Resolved;
        if (!key.IsScalar)
            return false;
        var text = key.Value;
        for (var depth = _depth - 1; depth > 0 && !YamlStepSets.IsEmpty(_sets.Merged(depth)); depth--)
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
            _sets.Grow(_frames.Length);
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
}
