namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>Writes implicit keys of block mappings: what stands before a <c>:</c> on its line.</summary>
internal sealed class GeneratedKey(Draft draft)
{
    /// <param name="canBeNothing">Whether it may be empty: after a <c>?</c> without a value, a <c>:</c> would be that value's.</param>
    public void Write(bool canBeNothing)
    {
        if (draft.OneIn(12) && draft.Anchors.Count > 0)
        {
            var name = draft.Pick(draft.Anchors);
            draft.Write($"*{name} ");
            draft.Events.Add(EventNotation.Alias(name));
            return;
        }

        var properties = GeneratedProperties.None;
        if (draft.OneIn(8))
        {
            properties = GeneratedProperties.Write(draft);
            draft.Write(" ");
        }

        var lines = new GeneratedLines(draft, null);
        switch (draft.Next(0, 19))
        {
            case 0:
                new GeneratedFlow(draft, null).Collection(properties, depth: 3);
                break;
            case 1 when canBeNothing && draft.IsExotic:
                draft.Events.Add(EventNotation.Scalar(properties.Anchor, properties.Tag, ':', ""));
                return;
            case 2 or 3:
                draft.Events.Add(EventNotation.Scalar(properties.Anchor, properties.Tag, '\'', lines.SingleQuoted()));
                break;
            case 4 or 5:
                draft.Events.Add(EventNotation.Scalar(properties.Anchor, properties.Tag, '"', lines.DoubleQuoted()));
                break;
            default:
                draft.Events.Add(EventNotation.Scalar(properties.Anchor, properties.Tag, ':', lines.Plain(inFlow: false)));
                break;
        }

        draft.Write(draft.Pick("", "", "", "", " ", "  "));
    }
}
