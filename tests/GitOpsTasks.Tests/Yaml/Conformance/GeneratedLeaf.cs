namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>Writes what is no block collection: scalars, aliases, flow collections, and nothing.</summary>
/// <param name="draft">What they are written to.</param>
/// <param name="parent">The indentation of the collection around it; -1 for a root.</param>
internal sealed class GeneratedLeaf(Draft draft, int parent)
{
    /// <summary>Writes a node from after its indicator to the end of its last line.</summary>
    public void Write(GeneratedPosition position)
    {
        var mayBeNothing = position != GeneratedPosition.Bare && (position != GeneratedPosition.Explicit || draft.IsExotic);
        if (mayBeNothing && draft.OneIn(8))
        {
            draft.EndLine();
            draft.Events.Add(EventNotation.Scalar(null, null, ':', ""));
            return;
        }

        Before(position);
        if (draft.OneIn(8) && draft.Anchors.Count > 0)
        {
            var name = draft.Pick(draft.Anchors);
            draft.Write("*" + name);
            draft.Events.Add(EventNotation.Alias(name));
            draft.EndLine();
            return;
        }

        var properties = GeneratedProperties.None;
        if (draft.OneIn(5))
        {
            properties = GeneratedProperties.Write(draft);
            if (draft.OneIn(4))
            {
                draft.EndLine();
                draft.Events.Add(EventNotation.Scalar(properties.Anchor, properties.Tag, ':', ""));
                return;
            }

            draft.Separate(parent);
        }

        Content(properties);
    }

    /// <summary>Writes what separates the node from its indicator.</summary>
    public void Before(GeneratedPosition position)
    {
        if (position == GeneratedPosition.Bare)
            draft.Indent(draft.Next(0, 1) * draft.Next(0, 2));
        else
            draft.Separate(parent);
    }

    private void Content((string? Anchor, string? Tag) properties)
    {
        if (draft.OneIn(5))
        {
            var block = new GeneratedBlockScalar(draft, parent);
            draft.Events.Add(EventNotation.Scalar(properties.Anchor, properties.Tag, block.Indicator, block.Write()));
            return;
        }

        var lines = new GeneratedLines(draft, parent);
        switch (draft.Next(0, 5))
        {
            case 0:
                new GeneratedFlow(draft, parent).Collection(properties, depth: 1);
                break;
            case 1:
                draft.Events.Add(EventNotation.Scalar(properties.Anchor, properties.Tag, '\'', lines.SingleQuoted()));
                break;
            case 2:
                draft.Events.Add(EventNotation.Scalar(properties.Anchor, properties.Tag, '"', lines.DoubleQuoted()));
                break;
            default:
                draft.Events.Add(EventNotation.Scalar(properties.Anchor, properties.Tag, ':', lines.Plain(inFlow: false)));
                break;
        }

        if (parent < 0 && !draft.IsExotic)
            draft.Write("\n");
        else
            draft.EndLine();
    }
}
