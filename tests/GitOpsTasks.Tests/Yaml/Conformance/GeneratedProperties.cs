namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>Writes anchors and tags.</summary>
internal static class GeneratedProperties
{
    public static (string? Anchor, string? Tag) None => (null, null);

    /// <summary>Writes an anchor, a tag or both, without a space after them.</summary>
    public static (string? Anchor, string? Tag) Write(Draft draft)
    {
        switch (draft.Next(0, 3))
        {
            case 0:
                return (Anchor(draft), null);
            case 1:
                return (null, Tag(draft));
            case 2:
                var anchor = Anchor(draft);
                draft.Write(draft.Pick(" ", "  "));
                return (anchor, Tag(draft));
            default:
                var tag = Tag(draft);
                draft.Write(" ");
                return (Anchor(draft), tag);
        }
    }

    private static string Anchor(Draft draft)
    {
        var name = draft.Pick("a", "b", "c-1", "x_y", "é", "0");
        draft.Write("&" + name);
        draft.Anchors.Add(name);
        return name;
    }

    private static string Tag(Draft draft)
    {
        if (draft.OneIn(6))
        {
            draft.Write("!<tag:example.com,2000:v>");
            return "tag:example.com,2000:v";
        }

        if (draft.OneIn(8))
        {
            draft.Write("!");
            return "!";
        }

        var handle = draft.Pick([.. draft.Handles.Keys]);
        draft.Write(handle);
        var (written, meant) = draft.Next(0, 5) switch
        {
            0 => ("a%21b", "a!b"),
            1 => ("int", "int"),
            2 => ("x-y/z", "x-y/z"),
            _ => ("str", "str"),
        };
        draft.Write(written);
        return draft.Handles[handle] + meant;
    }
}
