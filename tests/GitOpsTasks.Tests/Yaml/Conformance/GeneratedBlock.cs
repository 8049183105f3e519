namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>Writes nodes in block style, and the flow nodes among them.</summary>
internal sealed class GeneratedBlock(Draft draft)
{
    private const int MaximalDepth = 5;

    /// <summary>Writes a node from after its indicator to the end of its last line.</summary>
    /// <param name="parent">The indentation of the collection it is in; -1 for a root.</param>
    public void Node(int parent, GeneratedPosition position, int depth)
    {
        if (depth < MaximalDepth && draft.OneIn(2))
            Collection(parent, position, depth);
        else
            new GeneratedLeaf(draft, parent).Write(position);
    }

    private void Collection(int parent, GeneratedPosition position, int depth)
    {
        if (position is GeneratedPosition.Dash or GeneratedPosition.Explicit && draft.OneIn(2))
        {
            draft.Indent(draft.Next(1, 3));
            Entries(GeneratedProperties.None, draft.Column, isSequence: draft.OneIn(2), startsOnLine: true, depth);
            return;
        }

        var properties = GeneratedProperties.None;
        if (draft.OneIn(5))
        {
            new GeneratedLeaf(draft, parent).Before(position);
            properties = GeneratedProperties.Write(draft);
            draft.EndLine();
        }
        else if (position != GeneratedPosition.Bare)
        {
            draft.EndLine();
        }

        var isSequence = draft.OneIn(2);
        var sharesIndentation = isSequence && position is GeneratedPosition.Key or GeneratedPosition.Explicit && draft.OneIn(2);
        Entries(properties, sharesIndentation ? parent : parent + 1 + draft.Next(0, 3), isSequence, startsOnLine: false, depth);
    }

    private void Entries((string? Anchor, string? Tag) properties, int indentation, bool isSequence, bool startsOnLine, int depth)
    {
        draft.Events.Add(isSequence
            ? EventNotation.SequenceStart(isFlow: false, properties.Anchor, properties.Tag)
            : EventNotation.MappingStart(isFlow: false, properties.Anchor, properties.Tag));
        var isComplete = true;
        for (var count = draft.Next(1, 3); count > 0; count--)
        {
            if (!startsOnLine)
            {
                draft.Misc();
                draft.Indent(indentation);
            }

            startsOnLine = false;
            if (isSequence)
                Item(indentation, depth);
            else
                isComplete = Pair(indentation, depth, isComplete);
        }

        draft.Events.Add(isSequence ? EventNotation.SequenceEnd : EventNotation.MappingEnd);
    }

    private void Item(int indentation, int depth)
    {
        draft.Write("-");
        Node(indentation, GeneratedPosition.Dash, depth + 1);
    }

    /// <summary>Writes a key and its value; returns whether the value has its <c>:</c>.</summary>
    private bool Pair(int indentation, int depth, bool canLackKey)
    {
        if (!draft.OneIn(6))
        {
            new GeneratedKey(draft).Write(canLackKey);
            draft.Write(":");
            Node(indentation, GeneratedPosition.Key, depth + 1);
            return true;
        }

        draft.Write("?");
        Node(indentation, GeneratedPosition.Explicit, depth + 1);
        if (draft.OneIn(4))
        {
            draft.Events.Add(EventNotation.Scalar(null, null, ':', ""));
            return false;
        }

        draft.Misc();
        draft.Indent(indentation);
        draft.Write(":");
        Node(indentation, GeneratedPosition.Explicit, depth + 1);
        return true;
    }
}
