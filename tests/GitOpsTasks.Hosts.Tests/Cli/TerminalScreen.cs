using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Hosts.Tests.Cli;

/// <summary>
/// What a terminal shows after some output: it knows carriage return, line feed, cursor up, and the clearing of the rest
/// of a line and of the screen. As terminals do, it takes "up 0" for "up 1".
/// </summary>
internal sealed partial class TerminalScreen
{
    private readonly List<StringBuilder> _lines = [new()];
    private int _row;
    private int _column;

    public static string[] After(string output)
    {
        var screen = new TerminalScreen();
        foreach (Match part in Part().Matches(output))
            screen.Take(part);
        return [.. screen._lines.Select(line => line.ToString().TrimEnd())];
    }

    private void Take(Match part)
    {
        if (part.Groups["command"].Value is { Length: > 0 } command)
            Obey(command, part.Groups["number"].Value);
        else if (part.Value == "\r")
            _column = 0;
        else if (part.Value == "\n")
            NextLine();
        else
            Put(part.Value);
    }

    private void Obey(string command, string number)
    {
        if (command == "A")
            _row = Math.Max(0, _row - Math.Max(1, int.Parse("0" + number, CultureInfo.InvariantCulture)));
        if (command is "K" or "J")
            _lines[_row].Length = Math.Min(_lines[_row].Length, _column);
        if (command == "J")
            _lines.RemoveRange(_row + 1, _lines.Count - _row - 1);
    }

    private void NextLine()
    {
        if (++_row == _lines.Count)
            _lines.Add(new StringBuilder());
        _column = 0;
    }

    private void Put(string character)
    {
        var line = _lines[_row];
        while (line.Length <= _column)
            line.Append(' ');
        line[_column++] = character[0];
    }

    [GeneratedRegex(@"\x1b\[(?<number>[0-9;?]*)(?<command>[A-Za-z])|.|\n|\r", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
