using System.Text;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>YAML text in the making, beside the events it means.</summary>
internal sealed class Draft(Random random)
{
    public StringBuilder Text { get; } = new();

    public List<string> Events { get; } = [];

    /// <summary>Names that an alias may refer to in this document.</summary>
    public List<string> Anchors { get; } = [];

    /// <summary>What the tag handles of this document stand for.</summary>
    public Dictionary<string, string> Handles { get; } = [];

    /// <summary>The indentation of the block scalar that the text ends with; null where it ends with something else.</summary>
    public int? OpenBlockScalar { get; set; }

    /// <summary>Whether to use what YAML allows and few parsers know: tabs as separation, empty keys, text at column 1.</summary>
    public bool IsExotic { get; } = random.Next(4) == 0;

    public int Column => Text.Length - LastLineStart();

    public bool OneIn(int times) => random.Next(times) == 0;

    public int Next(int from, int to) => random.Next(from, to + 1);

    public string Pick(params IReadOnlyList<string> choices) => choices[random.Next(choices.Count)];

    public void Write(string text)
    {
        Text.Append(text);
        OpenBlockScalar = null;
    }

    public void Indent(int columns) => Write(new string(' ', columns));

    /// <summary>The rest of a line: nothing, white space or a comment.</summary>
    public void EndLine()
    {
        Write(IsExotic
            ? Pick("", "", "", "\t", " \t ", "\t#\tt", " # c")
            : Pick("", "", "", "", " ", " # c", "   # key: 'value' {", " #"));
        Write("\n");
    }

    /// <summary>Lines that mean nothing: comments at any column, and blank ones.</summary>
    public void Misc()
    {
        // After a block scalar a blank line would be its own, and so would a comment that is indented enough.
        if (OpenBlockScalar is { } indentation)
        {
            if (indentation == 0 || !OneIn(4))
                return;
            Indent(Next(0, indentation - 1));
            Write("# after\n");
        }

        while (OneIn(5))
            Write(Pick("\n", "  \n", "# c\n", "      # - deep: [\n", IsExotic ? " \t\n" : "\n", "#\n"));
    }

    /// <summary>What separates two tokens of a node inside a collection at an indentation: white space or line breaks.</summary>
    public void Separate(int parent)
    {
        if (!OneIn(8))
        {
            Write(IsExotic ? Pick(" ", "\t", " \t ") : Pick(" ", " ", " ", "  "));
            return;
        }

        EndLine();
        Misc();
        Indent(parent + 1 + Next(0, 2));
    }

    private int LastLineStart()
    {
        var at = Text.Length;
        while (at > 0 && Text[at - 1] != '\n')
            at--;
        return at;
    }
}
