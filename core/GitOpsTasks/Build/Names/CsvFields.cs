namespace GitOpsTasks.Build.Names;

/// <summary>
/// The comma-separated fields of a line. A field may stand in double quotes, where commas belong to it and a quote is
/// written twice; quotes further on in a field are ordinary characters.
/// </summary>
internal static class CsvFields
{
    /// <summary>The fields without white space and quotes around them; empty ones are left out.</summary>
    public static IReadOnlyList<PlacedText> Split(PlacedText line)
    {
        var fields = new List<PlacedText>();
        for (var at = 0; at <= line.Text.Length; at++)
        {
            var field = Next(line, ref at);
            if (field.Text.Length > 0)
                fields.Add(field);
        }

        return fields;
    }

    /// <summary>A whole line in which commas mean nothing, without quotes around it.</summary>
    public static PlacedText Whole(PlacedText line)
    {
        if (!line.Text.StartsWith('"'))
            return line;
        var at = 0;
        var whole = Quoted(line, ref at);
        return at == line.Text.Length ? whole : throw line.From(at).Refuse("Text follows the closing quote of a line.", "Put the whole line in quotes, or nothing of it.");
    }

    // Ends at the comma after the field, or at the end of the line.
    private static PlacedText Next(PlacedText line, ref int at)
    {
        var text = line.Text;
        var start = at;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (start < text.Length && text[start] == '"')
        {
            at = start;
            return Quoted(line, ref at);
        }

        var comma = text.IndexOf(',', at);
        var field = line.Slice(at, (comma < 0 ? text.Length : comma) - at).Trim();
        at = comma < 0 ? text.Length : comma;
        return field;
    }

    private static PlacedText Quoted(PlacedText line, ref int at)
    {
        var text = line.Text;
        var start = at;
        var kept = new List<int>();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"'))
                break;
            if (text[at] == '"')
                at++;
            kept.Add(at);
        }

        if (at == text.Length)
            throw line.From(start).Refuse("A double quote is opened and not closed.", "Close it at the end of the field.");
        var field = line.Pick(kept, at).Trim();
        for (at++; at < text.Length && text[at] != ','; at++)
        {
            if (!char.IsWhiteSpace(text[at]))
                throw line.From(at).Refuse("Text follows the closing quote of a field.", "Put the whole field in quotes, its name too: \"value=a,b\".");
        }

        return field;
    }
}
