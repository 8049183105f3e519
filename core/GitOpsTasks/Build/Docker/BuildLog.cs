using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>Follows the messages of a build: shows the step, keeps the last lines and the error.</summary>
internal sealed class BuildLog(IProgressStep progress)
{
    private const int LinesKept = 6;
    private readonly Queue<string> _lines = [];

    /// <summary>The first error; null while there is none.</summary>
    public string? Error { get; private set; }

    /// <summary>The last lines that steps printed, on one line.</summary>
    public string Tail => string.Join(" | ", _lines);

    /// <summary>Takes one message.</summary>
    public void Take(DockerMessage message)
    {
        if (message.Error is { } error)
            Error ??= error.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        if (message.Stream is { } stream)
            Print(stream, isStep: stream.StartsWith("Step ", StringComparison.Ordinal));
        if (message is { Id: "moby.buildkit.trace", Aux: { ValueKind: System.Text.Json.JsonValueKind.String } aux }
            && aux.TryGetBytesFromBase64(out var trace))
        {
            foreach (var (text, isStep) in BuildKitTrace.Read(trace))
                Print(text, isStep);
        }
    }

    private void Print(string text, bool isStep)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (isStep)
                progress.Report(line);
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
                _lines.Dequeue();
        }
    }
}
