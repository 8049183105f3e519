using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Build;

/// <summary>Progress as lines, in order.</summary>
internal sealed class RecordedProgress : IProgressStep
{
    public List<string> Lines { get; } = [];

    public Action<string>? OnLine { get; init; }

    public IProgressStep Begin(string title) => Add($"begin {title}");

    public void Report(string detail, double? fraction = null)
    {
        fraction?.ShouldBeInRange(0, 1);
        Add($"report {detail}");
    }

    public void Complete(string summary) => Add($"complete {summary}");

    public void Dispose() => Add("end");

    private RecordedProgress Add(string line)
    {
        Lines.Add(line);
        OnLine?.Invoke(line);
        return this;
    }
}
