namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>Writes nodes in flow style.</summary>
/// <param name="draft">What they are written to.</param>
/// <param name="parent">The indentation that further lines must exceed; null where all must be on one line.</param>
internal sealed class GeneratedFlow(Draft draft, int? parent)
{
    private const int MaximalDepth = 4;

    /// <summary>Writes a collection, without properties.</summary>
    public void Collection((string? Anchor, string? Tag) properties, int depth)
    {
        if (draft.OneIn(2))
            Sequence(properties, depth);
        else
            Mapping(properties, depth);
    }

    private void Sequence((string? Anchor, string? Tag) properties, int depth)
    {
        draft.Events.Add(EventNotation.SequenceStart(isFlow: true, properties.Anchor, properties.Tag));
        draft.Write("[");
        Entries(() =>
        {
            if (draft.OneIn(4))
            {
                draft.Events.Add(EventNotation.MappingStart(isFlow: true, null, null));
                Pair(depth, inSequence: true);
                draft.Events.Add(EventNotation.MappingEnd);
            }
            else
            {
                Node(depth + 1, canBeNothing: false);
            }
        });
        draft.Write("]");
        draft.Events.Add(EventNotation.SequenceEnd);
    }

    private void Mapping((string? Anchor, string? Tag) properties, int depth)
    {
        draft.Events.Add(EventNotation.MappingStart(isFlow: true, properties.Anchor, properties.Tag));
        draft.Write("{");
        Entries(() => Pair(depth, inSequence: false));
        draft.Write("}");
        draft.Events.Add(EventNotation.MappingEnd);
    }

    private void Entries(Action entry)
    {
        Gap();
        var count = draft.Next(0, 3);
        for (var i = 0; i < count; i++)
        {
            entry();
            Gap();
            if (i < count - 1 || draft.OneIn(6))
            {
                draft.Write(",");
                Gap();
            }
        }
    }

    private void Pair(int depth, bool inSequence)
    {
        if (draft.OneIn(6))
        {
            draft.Write("?");
            Space();
            Node(depth + 1, canBeNothing: false);
            Space();
            draft.Write(":");
            Value(depth, adjacent: false);
            return;
        }

        // The implicit key of a pair is on one line.
        var isJson = new GeneratedFlow(draft, null).Node(MaximalDepth - (draft.OneIn(8) ? 1 : 0), canBeNothing: false);
        if (!inSequence && draft.OneIn(6))
        {
            draft.Events.Add(EventNotation.Scalar(null, null, ':', ""));
            return;
        }

        draft.Write(isJson ? draft.Pick("", " ") : EndsInName() ? " " : draft.Pick("", "", " "));
        draft.Write(":");
        Value(depth, isJson);
    }

    private void Value(int depth, bool adjacent)
    {
        if (draft.OneIn(8))
        {
            draft.Write(draft.IsExotic ? "" : " ");
            draft.Events.Add(EventNotation.Scalar(null, null, ':', ""));
            return;
        }

        if (!adjacent || !draft.OneIn(4))
            Space();
        Node(depth + 1, canBeNothing: draft.IsExotic, canHaveProperties: draft.IsExotic);
    }

    /// <summary>Writes a node; returns whether it ends in a quote or bracket.</summary>
    private bool Node(int depth, bool canBeNothing, bool canHaveProperties = true)
    {
        if (draft.OneIn(10) && draft.Anchors.Count > 0)
        {
            var name = draft.Pick(draft.Anchors);
            draft.Write("*" + name);
            draft.Events.Add(EventNotation.Alias(name));
            return false;
        }

        var properties = GeneratedProperties.None;
        if (canHaveProperties && draft.OneIn(6))
        {
            properties = GeneratedProperties.Write(draft);
            if (canBeNothing && draft.OneIn(4))
            {
                draft.Events.Add(EventNotation.Scalar(properties.Anchor, properties.Tag, ':', ""));
                return false;
            }

            Space();
        }

        if (depth < MaximalDepth && draft.OneIn(2))
        {
            Collection(properties, depth);
            return true;
        }

        return Scalar(properties);
    }

    private bool Scalar((string? Anchor, string? Tag) properties)
    {
        var lines = new GeneratedLines(draft, parent);
        var (style, value) = draft.Next(0, 3) switch
        {
            0 => ('\'', lines.SingleQuoted()),
            1 => ('"', lines.DoubleQuoted()),
            _ => (':', lines.Plain(inFlow: true)),
        };
        draft.Events.Add(EventNotation.Scalar(properties.Anchor, properties.Tag, style, value));
        return style != ':';
    }

    private bool EndsInName() => draft.Events[^1].StartsWith("=ALI", StringComparison.Ordinal);

    private void Gap()
    {
        if (draft.OneIn(2))
            Space();
    }

    private void Space()
    {
        if (parent is { } outer)
            draft.Separate(outer);
        else
            draft.Write(draft.Pick(" ", " ", "  "));
    }
}
