using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Names;

/// <summary>A piece of one line of an input that knows where each of its characters stands there.</summary>
internal sealed class PlacedText
{
    private readonly NameInput _input;
    private readonly int _line;
    private readonly int[] _columns; // one more than there are characters: the end

    private PlacedText(NameInput input, int line, string text, int[] columns)
    {
        (_input, _line, _columns) = (input, line, columns);
        Text = text;
    }

    /// <summary>The characters.</summary>
    public string Text { get; }

    /// <summary>From its first character to its end.</summary>
    public SourcePlace Place => new(_input.Name, _line, _columns[0], _line, _columns[^1]);

    /// <summary>A whole line.</summary>
    /// <param name="input">The input it is of.</param>
    /// <param name="number">Counts from 1.</param>
    /// <param name="text">Without the line feed.</param>
    public static PlacedText Line(NameInput input, int number, string text)
    {
        var columns = new int[text.Length + 1];
        var column = 1;
        for (var i = 0; i < text.Length; i++)
        {
            columns[i] = column;
            if (!char.IsHighSurrogate(text[i]))
                column++;
        }

        columns[^1] = column;
        return new PlacedText(input, number, text, columns);
    }

    /// <summary>A part of it.</summary>
    public PlacedText Slice(int start, int length) =>
        new(_input, _line, Text.Substring(start, length), _columns[start..(start + length + 1)]);

    /// <summary>All from a character on.</summary>
    public PlacedText From(int start) => Slice(start, Text.Length - start);

    /// <summary>Some of its characters, by index; <paramref name="end"/> is the index after the last.</summary>
    public PlacedText Pick(IReadOnlyList<int> kept, int end) =>
        new(_input, _line, string.Concat(kept.Select(i => Text[i])), [.. kept.Select(i => _columns[i]), _columns[end]]);

    /// <summary>Without white space around it.</summary>
    public PlacedText Trim()
    {
        var start = Text.Length - Text.TrimStart().Length;
        return start == Text.Length ? Slice(0, 0) : Slice(start, Text.Trim().Length);
    }

    /// <summary>It is not in the grammar of its input.</summary>
    public TaskFailedException Refuse(string message, string advice) => Refuse(_input.Code, message, advice);

    /// <summary>Something else is wrong with it.</summary>
    public TaskFailedException Refuse(string code, string message, string advice) =>
        TaskFailedException.Usage(code, message, advice, Place);
}
