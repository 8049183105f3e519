namespace GitOpsTasks.Build.Names;

/// <summary>A text with expressions in double braces, such as <c>{{branch}}-{{date 'YYYYMMDD' tz='Europe/Berlin'}}</c>.</summary>
internal sealed class NameTemplate
{
    private readonly List<(string Text, TemplateCall? Call)> _parts = [];

    private NameTemplate()
    {
    }

    /// <summary>Whether it is the expression <c>{{raw}}</c> and nothing else.</summary>
    public bool IsRaw => _parts is [{ Call: { Name: "raw", HasArguments: false } }];

    /// <summary>Reads a text.</summary>
    public static NameTemplate Parse(PlacedText source)
    {
        var template = new NameTemplate();
        var at = 0;
        while (source.Text.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0)
        {
            if (open > at)
                template._parts.Add((source.Text[at..open], null));
            var reader = new TemplateReader(source, open);
            template._parts.Add(("", reader.Read()));
            at = reader.End;
        }

        if (at < source.Text.Length)
            template._parts.Add((source.Text[at..], null));
        return template;
    }

    /// <summary>The text with the values of its expressions.</summary>
    public string Fill(TemplateScope scope) =>
        string.Concat(_parts.Select(part => part.Call is { } call ? scope.ValueOf(call) : part.Text));
}
