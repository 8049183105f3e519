using System.Text;

namespace GitOpsTasks.Reporting;

/// <summary>The lines before the hunks of a file, in git's form.</summary>
internal static class DiffHeader
{
    /// <summary><c>diff --git</c>, and that the file is new or removed.</summary>
    public static void Append(StringBuilder text, string path, bool hasOld, bool hasNew)
    {
        text.Append("diff --git ").Append(Quote($"a/{path}")).Append(' ').Append(Quote($"b/{path}")).Append('\n');
        if (!hasOld)
            text.Append("new file mode 100644\n");
        if (!hasNew)
            text.Append("deleted file mode 100644\n");
    }

    /// <summary>The <c>---</c> and <c>+++</c> lines.</summary>
    public static void AppendNames(StringBuilder text, string path, bool hasOld, bool hasNew)
    {
        text.Append("--- ").Append(Ended(Name("a/", path, hasOld))).Append('\n');
        text.Append("+++ ").Append(Ended(Name("b/", path, hasNew))).Append('\n');
    }

    /// <summary>The line in place of hunks where a file is not text.</summary>
    public static string Binary(string path, bool hasOld, bool hasNew) =>
        $"Binary files {Name("a/", path, hasOld)} and {Name("b/", path, hasNew)} differ\n";

    private static string Name(string side, string path, bool exists) => exists ? Quote(side + path) : "/dev/null";

    // A tab ends a name that has a space in it.
    private static string Ended(string name) => name.Contains(' ', StringComparison.Ordinal) ? name + "\t" : name;

    /// <summary>Quoted as a C string where the path holds a quote, a backslash or a control character.</summary>
    private static string Quote(string path)
    {
        if (!path.Any(c => c is '"' or '\\' || char.IsControl(c)))
            return path;
        var quoted = new StringBuilder("\"");
        foreach (var c in path)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c < ' ' || c == '\x7f')
                quoted.Append('\\').Append(Convert.ToString(c, 8).PadLeft(3, '0'));
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
