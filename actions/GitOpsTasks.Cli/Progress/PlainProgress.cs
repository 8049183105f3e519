using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Cli.Progress;

/// <summary>Progress as lines; in CI each top-level step is a log group that folds.</summary>
/// <param name="output">Where to.</param>
/// <param name="system">The CI system whose groups are used.</param>
/// <param name="detailed">Whether every report is a line of its own.</param>
internal sealed class PlainProgress(TextWriter output, CiSystem system, bool detailed) : IProgressStep
{
    private readonly Lock _lock = new();
    private PlainStep? _group;

    /// <inheritdoc />
    public IProgressStep Begin(string title)
    {
        var step = new PlainStep(this, title, depth: 0);
        lock (_lock)
        {
            if (GroupCommand(title) is { } command && _group is null)
            {
                _group = step;
                output.WriteLine(command);
            }
            else
            {
                Write(0, title);
            }
        }

        return step;
    }

    /// <inheritdoc />
    public void Report(string detail, double? fraction = null) => WriteDetail(0, detail, fraction);

    /// <inheritdoc />
    public void Complete(string summary) => WriteLine(0, summary);

    /// <inheritdoc />
    public void Dispose()
    {
    }

    /// <summary>Writes a line that is always shown.</summary>
    internal void WriteLine(int depth, string text)
    {
        lock (_lock)
            Write(depth, text);
    }

    /// <summary>Writes a line that is shown where all is.</summary>
    internal void WriteDetail(int depth, string text, double? fraction)
    {
        if (detailed)
            WriteLine(depth, fraction is { } known ? $"{text} ({known * 100:0}%)" : text);
    }

    /// <summary>Ends a step: closes its group, then tells how it ended where a reader of the folded log sees it.</summary>
    internal void End(PlainStep step, int depth, string? result)
    {
        lock (_lock)
        {
            if (_group == step)
            {
                _group = null;
                output.WriteLine(system == CiSystem.GitHub ? GitHubCommand.EndGroup : AzureCommand.EndGroup);
            }

            if (result is not null)
                Write(depth, result);
        }
    }

    private string? GroupCommand(string title) => system switch
    {
        CiSystem.GitHub => GitHubCommand.Group(LogText.WithoutEscapes(title)),
        CiSystem.Azure => AzureCommand.Group(LogText.WithoutEscapes(title)),
        _ => null,
    };

    private void Write(int depth, string text)
    {
        var line = LogText.WithoutEscapes(LogText.Neutralise(text.ReplaceLineEndings(" "), system));
        output.WriteLine(new string(' ', depth * 2) + line);
    }
}
