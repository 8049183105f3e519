using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GitOpsTasks.Cli.Progress;

/// <summary>
/// The lines of a terminal that are drawn over and over. A frame is one write: it overwrites the last one in place and
/// clears what is left of it, so nothing flickers.
/// </summary>
internal sealed class LiveScreen : IDisposable
{
    private readonly TextWriter _output;
    private readonly StringWriter _frame = new() { NewLine = "\n" };
    private readonly IAnsiConsole _console;
    private readonly TerminalOutput _terminal;
    private int _height;

    /// <summary>Draws on a terminal, whose cursor is hidden until the screen is disposed.</summary>
    public LiveScreen(TextWriter output)
    {
        _output = output;
        _terminal = new TerminalOutput(_frame);
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.No,
            Out = _terminal,
        });
        _output.Write("\x1b[?25l");
    }

    /// <summary>Whether the terminal shows more than ASCII.</summary>
    public bool Unicode => _console.Profile.Capabilities.Unicode;

    /// <summary>Draws a frame; rows that do not fit the terminal are left out.</summary>
    public void Draw(IReadOnlyList<IRenderable> rows)
    {
        var shown = Math.Min(rows.Count, Math.Max(1, _terminal.Height - 1));
        var frame = new StringBuilder();
        if (_height > 0)
            frame.Append("\x1b[").Append(_height).Append('A');
        foreach (var row in rows.Take(shown))
            frame.Append('\r').Append(Render(row)).Append("\x1b[K\n");
        _output.Write(frame.Append("\x1b[J").ToString());
        _height = shown;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _output.Write("\x1b[?25h");
        _frame.Dispose();
    }

    private string Render(IRenderable row)
    {
        _frame.GetStringBuilder().Clear();
        _console.Write(row);
        return _frame.ToString().TrimEnd('\n');
    }
}
