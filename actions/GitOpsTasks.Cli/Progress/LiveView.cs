using GitOpsTasks.Reporting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GitOpsTasks.Cli.Progress;

/// <summary>Draws steps: a spinner, or a tick where it was completed, the title, a bar where the end is known, the detail.</summary>
/// <param name="unicode">Whether the terminal shows more than ASCII.</param>
internal sealed class LiveView(bool unicode)
{
    private const int BarWidth = 20;

    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Busy = new(Color.Blue);

    private readonly Spinner _spinner = unicode ? Spinner.Known.Dots : Spinner.Known.Line;

    /// <summary>The steps below a root as they are now, each on one line.</summary>
    /// <param name="root">The root of the steps.</param>
    /// <param name="now">Time since the display began, which turns the spinners.</param>
    public IReadOnlyList<IRenderable> Rows(LiveStep root, TimeSpan now)
    {
        var rows = new List<IRenderable>();
        foreach (var step in root.Children)
            AddRows(rows, step, depth: 0, now);
        return rows;
    }

    private void AddRows(List<IRenderable> rows, LiveStep step, int depth, TimeSpan now)
    {
        rows.Add(new SingleLine(Row(step, depth, now)));
        foreach (var child in step.Children)
            AddRows(rows, child, depth + 1, now);
    }

    private Paragraph Row(LiveStep step, int depth, TimeSpan now)
    {
        var row = new Paragraph().Append(new string(' ', depth * 2));
        if (step.Took is null)
            row.Append(Frame(now), Busy);
        else if (step.Completed)
            row.Append(unicode ? "✓" : "+", Good);
        else
            row.Append(unicode ? "·" : "-", Faint);
        row.Append(" " + Clean(step.Title));
        if (step.Fraction is { } fraction)
            row.Append(" " + Bar(Math.Clamp(fraction, 0, 1)), Busy).Append($" {fraction * 100:0}%");
        if (step.Detail is { } detail)
            row.Append("  " + Clean(detail), Faint);
        if (step.Took is { TotalSeconds: >= 1 } took)
            row.Append($"  {took.TotalSeconds:0.0} s", Faint);
        return row;
    }

    private string Frame(TimeSpan now) => _spinner.Frames[(int)(now / _spinner.Interval) % _spinner.Frames.Count];

    private string Bar(double fraction)
    {
        var done = (int)(fraction * BarWidth);
        return unicode
            ? new string('━', done) + new string('╌', BarWidth - done)
            : new string('#', done) + new string('.', BarWidth - done);
    }

    private static string Clean(string text) => LogText.WithoutEscapes(text.ReplaceLineEndings(" "));
}
