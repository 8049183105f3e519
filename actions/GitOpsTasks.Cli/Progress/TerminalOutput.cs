using System.Text;
using Spectre.Console;

namespace GitOpsTasks.Cli.Progress;

/// <summary>Standard error as the terminal it was found to be.</summary>
/// <param name="writer">Standard error.</param>
internal sealed class TerminalOutput(TextWriter writer) : IAnsiConsoleOutput
{
    private const int UsualWidth = 80;
    private const int UsualHeight = 24;

    /// <inheritdoc />
    public TextWriter Writer => writer;

    /// <inheritdoc />
    public bool IsTerminal => true;

    /// <inheritdoc />
    public int Width => Size(() => Console.WindowWidth, UsualWidth);

    /// <inheritdoc />
    public int Height => Size(() => Console.WindowHeight, UsualHeight);

    /// <inheritdoc />
    public void SetEncoding(Encoding encoding)
    {
    }

    private static int Size(Func<int> read, int usual)
    {
        try
        {
            return read() is > 0 and var size ? size : usual;
        }
        catch (IOException)
        {
            return usual;
        }
    }
}
