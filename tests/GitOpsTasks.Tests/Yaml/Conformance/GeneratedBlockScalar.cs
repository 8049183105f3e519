using System.Text;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>Writes a literal or folded block scalar, from its header to its last line.</summary>
/// <param name="draft">What it is written to.</param>
/// <param name="parent">The indentation of the collection around it; -1 for a root.</param>
internal sealed class GeneratedBlockScalar(Draft draft, int parent)
{
    private readonly bool _folded = draft.OneIn(2);
    private readonly string _chomping = draft.Pick("", "", "-", "+");
    private readonly int _indentation = parent + 1 + draft.Next(parent < 0 && !draft.IsExotic ? 1 : 0, 3);

    public char Indicator => _folded ? '>' : '|';

    public string Write()
    {
        var lines = Lines();
        var first = lines.Find(line => line.Length > 0);
        WriteHeader(needsIndentation: first is not null && first[0] is ' ' or '\t');
        var isLeading = true;
        foreach (var line in lines)
        {
            isLeading &= line.Length == 0;
            if (line.Length > 0)
                draft.Indent(_indentation);
            else if (draft.IsExotic ? first is not null : !isLeading)
                draft.Indent(draft.Next(0, 2) * _indentation / 2);
            draft.Write(line + "\n");
        }

        // The indentation of an empty one would be found in what follows.
        draft.OpenBlockScalar = first is null ? parent + 1 : _indentation;
        return Meaning(lines);
    }

    private void WriteHeader(bool needsIndentation)
    {
        var digit = needsIndentation || (parent >= 0 && draft.OneIn(4)) ? $"{_indentation - parent}" : "";
        draft.Write(Indicator + (draft.OneIn(2) ? digit + _chomping : _chomping + digit));
        draft.EndLine();
    }

    private List<string> Lines()
    {
        // At the root, what an indentation indicator counts from is told differently by different parsers.
        string[] choices = ["text", "two words", "# no comment", "- x: [", "é😀", "tail  ", "", "", "k: v"];
        string[] spaced = [.. choices, " more", "  deeper", "\ttab", "   "];
        var lines = new List<string>();
        for (var count = draft.Next(draft.IsExotic || parent >= 0 ? 0 : 1, 5); count > 0; count--)
            lines.Add(lines.Count == 0 && parent < 0 && !draft.IsExotic ? "text" : draft.Pick(parent < 0 && lines.TrueForAll(line => line.Length == 0) ? choices : spaced));
        return lines;
    }

    private string Meaning(List<string> lines)
    {
        var last = lines.FindLastIndex(line => line.Length > 0);
        var text = new StringBuilder();
        for (var i = 0; i <= last; i++)
        {
            text.Append(lines[i]);
            if (i < last)
                text.Append(Break(lines, i));
        }

        var trailing = lines.Count - 1 - last;
        return _chomping switch
        {
            "-" => text.ToString(),
            "+" => text.Append('\n', last < 0 ? trailing : trailing + 1).ToString(),
            _ => last < 0 ? "" : text.Append('\n').ToString(),
        };
    }

    // A break between two lines of text that start at the indentation is a space, or nothing where blank lines follow.
    private string Break(List<string> lines, int at)
    {
        if (!_folded || lines[at].Length == 0)
            return "\n";
        var next = lines.FindIndex(at + 1, line => line.Length > 0);
        if (IsSpaced(lines[at]) || IsSpaced(lines[next]))
            return "\n";
        return next == at + 1 ? " " : "";
    }

    private static bool IsSpaced(string line) => line[0] is ' ' or '\t';
}
