using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli.Progress;

/// <summary>A step shown as lines.</summary>
/// <param name="progress">The display.</param>
/// <param name="title">What the step is.</param>
/// <param name="depth">0 for a step of the task itself.</param>
internal sealed class PlainStep(PlainProgress progress, string title, int depth) : IProgressStep
{
    private string? _summary;
    private string? _lastDetail;
    private bool _ended;

    /// <inheritdoc />
    public IProgressStep Begin(string title)
    {
        progress.WriteLine(depth + 1, title);
        return new PlainStep(progress, title, depth + 1);
    }

    /// <inheritdoc />
    public void Report(string detail, double? fraction = null)
    {
        if (detail == _lastDetail)
            return;
        _lastDetail = detail;
        progress.WriteDetail(depth, $"{title}: {detail}", fraction);
    }

    /// <inheritdoc />
    public void Complete(string summary) => _summary = summary;

    /// <inheritdoc />
    public void Dispose()
    {
        if (_ended)
            return;
        _ended = true;
        progress.End(this, depth, _summary is null ? null : $"{title}: {_summary}");
    }
}
