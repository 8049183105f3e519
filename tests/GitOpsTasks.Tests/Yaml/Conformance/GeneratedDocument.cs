namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>A stream of valid YAML that uses the language far beyond what people do, and the events it means.</summary>
/// <param name="Text">The stream.</param>
/// <param name="Events">What it means, in yaml-test-suite's notation.</param>
internal sealed record GeneratedDocument(string Text, IReadOnlyList<string> Events)
{
    public static GeneratedDocument From(Random random)
    {
        var draft = new Draft(random);
        draft.Events.Add(EventNotation.StreamStart);
        var isSeparated = true;
        for (var count = draft.OneIn(20) ? 0 : draft.OneIn(3) ? draft.Next(2, 4) : 1; count > 0; count--)
            isSeparated = AddDocument(draft, isSeparated);
        draft.Misc();
        draft.Events.Add(EventNotation.StreamEnd);
        return new GeneratedDocument(Finish(draft), draft.Events);
    }

    // Returns whether the document ends with a marker, after which directives and a document without a marker may stand.
    private static bool AddDocument(Draft draft, bool isSeparated)
    {
        draft.Anchors.Clear();
        draft.Handles.Clear();
        draft.Handles["!"] = "!";
        draft.Handles["!!"] = "tag:yaml.org,2002:";
        draft.Misc();
        var hasDirectives = isSeparated && draft.OneIn(6);
        if (hasDirectives)
            AddDirectives(draft);
        var isExplicit = !isSeparated || hasDirectives || draft.OneIn(2) || (draft.Events.Count > 1 && !draft.IsExotic);
        draft.Events.Add(EventNotation.DocumentStart(isExplicit));
        if (isExplicit)
            draft.Write("---");
        new GeneratedBlock(draft).Node(-1, isExplicit ? GeneratedPosition.Marker : GeneratedPosition.Bare, 0);
        draft.Misc();
        var isEnded = draft.OneIn(4);
        if (isEnded)
        {
            draft.Write("...");
            draft.EndLine();
        }

        draft.Events.Add(EventNotation.DocumentEnd(isEnded));
        return isEnded;
    }

    private static void AddDirectives(Draft draft)
    {
        if (draft.OneIn(2))
        {
            draft.Write(draft.Pick("%YAML 1.2", "%YAML 1.2", "%YAML  1.1"));
            draft.EndLine();
        }

        if (draft.OneIn(2))
        {
            var (handle, prefix) = draft.Next(0, 3) switch
            {
                0 => ("!", "tag:example.com,2000:p/"),
                1 => ("!!", "tag:example.com,2000:s/"),
                2 => ("!e!", "!local-"),
                _ => ("!e!", "tag:example.com,2000:"),
            };
            draft.Write($"%TAG {handle} {prefix}");
            draft.EndLine();
            draft.Handles[handle] = prefix;
        }

        draft.Misc();
    }

    private static string Finish(Draft draft)
    {
        var text = draft.Text.ToString();
        if (draft.OpenBlockScalar is null && draft.OneIn(4) && text.EndsWith('\n'))
            text = text[..^1];
        if (draft.OneIn(10))
            text = "\uFEFF" + text;
        return text.Replace("\n", draft.Pick("\n", "\n", "\n", "\r\n", "\r\n", "\r"), StringComparison.Ordinal);
    }
}
