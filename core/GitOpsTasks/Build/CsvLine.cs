using System.Text;

namespace GitOpsTasks.Build;

/// <summary>Splits one line of comma-separated fields; a field in double quotes may hold commas.</summary>
internal static class CsvLine
{
    /// <summary>The fields, without their quotes; empty ones are left out.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted)
                Take();
            else
                field.Append(c);
        }

        Take();
        return fields;

        void Take()
        {
            if (field.ToString().Trim() is { Length: > 0 } text)
                fields.Add(text);
            field.Clear();
        }
    }
}
