using System.Text.Json;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>Follows the messages of a build: shows the step, keeps the last lines and the error.</summary>
internal sealed partial class BuildLog(IProgressStep progress)
{
    private const int LinesKept = 6;
    private readonly Queue<string> _lines = [];

    /// <summary>The first error; null while there is none.</summary>
    public string? Error { get; private set; }

    /// <summary>The step under way, or the one that failed, such as <c>RUN make</c>; null where none has begun.</summary>
    public string? Step { get; private set; }

    /// <summary>The last lines that steps printed, on one line.</summary>
    public string Tail => string.Join(" | ", _lines);

    /// <summary>Takes one message.</summary>
    public void Take(DockerMessage message)
    {
        if (message.Error is { } error)
            Error ??= EngineFailure.OneLine(error);
        if (message.Stream is { } stream)
            Print(stream, isStep: stream.StartsWith("Step ", StringComparison.Ordinal));
        if (message is { Id: "moby.buildkit.trace", Aux: { ValueKind: JsonValueKind.String } aux } && aux.TryGetBytesFromBase64(out var trace))
        {
            foreach (var seen in BuildKitTrace.Read(trace))
            {
                if (seen.Failed)
                    Step = StepIn(seen.Text);
                else
                    Print(seen.Text, seen.IsStep);
            }
        }
    }

    /// <summary>The instruction in a builder's name for a step: <c>Step 2/3 : RUN make</c> or <c>[build 2/3] RUN make</c>.</summary>
    public static string StepIn(string text) => Numbering().Replace(text, "");

    private void Print(string text, bool isStep)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (isStep)
            {
                progress.Report(line);
                Step = StepIn(line);
            }

            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
                _lines.Dequeue();
        }
    }

    [GeneratedRegex(@"\A(?:Step \d+/\d+ : |\[[^\]]*\] )", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();
}
