using System.Globalization;
using System.Text.RegularExpressions;
using GitOpsTasks.Build.Docker;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Buildx;

/// <summary>
/// Follows what <c>docker buildx build --progress plain</c> prints: shows the steps, and keeps what a diagnostic needs, the
/// error, the lines of the step that failed and its place in the Dockerfile.
/// </summary>
internal sealed partial class BuildxLog(IProgressStep progress)
{
    private const int LinesKept = 6;
    private readonly Dictionary<string, Queue<string>> _printed = [];
    private readonly Dictionary<string, string> _names = [];
    private string? _failed;
    private bool _isExcerpt;

    /// <summary>What went wrong; null where nothing did.</summary>
    public string? Error { get; private set; }

    /// <summary>What buildx advises after the error; null where it says nothing.</summary>
    public string? Advice { get; private set; }

    /// <summary>The line of the Dockerfile that failed; null where it is not told.</summary>
    public int? Line { get; private set; }

    /// <summary>The last line of the instruction that failed; 0 where it is not told.</summary>
    public int EndLine { get; private set; }

    /// <summary>The last lines of the step that failed, on one line.</summary>
    public string Tail => _failed is not null && _printed.TryGetValue(_failed, out var lines) ? string.Join(" | ", lines) : "";

    /// <summary>Takes one line.</summary>
    public void Take(string line)
    {
        if (line.StartsWith("ERROR: ", StringComparison.Ordinal))
            Error = EngineFailure.OneLine(line["ERROR: ".Length..].Replace("failed to solve: ", "", StringComparison.Ordinal));
        else if (Error is not null && line.Trim().Length > 0)
            Advice = Advice is null ? line.Trim() : $"{Advice} {line.Trim()}";
        else if (Step().Match(line) is { Success: true } step)
            TakeStep(step.Groups[1].Value, step.Groups[2].Value);
        else
            TakePlace(line);
    }

    private void TakeStep(string number, string text)
    {
        _printed.TryAdd(number, []);
        if (text.StartsWith("ERROR", StringComparison.Ordinal))
        {
            _failed = number;
        }
        else if (Output().Match(text) is { Success: true } output)
        {
            Keep(_printed[number], output.Groups[1].Value);
        }
        else if (text.StartsWith('[') && _names.GetValueOrDefault(number) != text)
        {
            _names[number] = text;
            progress.Report(text);
        }
        else if (text.StartsWith("exporting to ", StringComparison.Ordinal) || text.StartsWith("pushing ", StringComparison.Ordinal))
        {
            progress.Report(text);
        }
    }

    // Dockerfile:3, a line of dashes, and the lines around with those that failed marked:  "   3 | >>> RUN make".
    private void TakePlace(string line)
    {
        if (Place().Match(line) is { Success: true } place && Line is null)
        {
            Line = int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture);
            EndLine = Line.Value;
        }
        else if (line.StartsWith("--------------------", StringComparison.Ordinal))
        {
            _isExcerpt = !_isExcerpt;
        }
        else if (_isExcerpt && Marked().Match(line) is { Success: true } marked)
        {
            EndLine = int.Parse(marked.Groups[1].Value, CultureInfo.InvariantCulture);
        }
    }

    private static void Keep(Queue<string> lines, string line)
    {
        if (line.Trim().Length == 0)
            return;
        lines.Enqueue(line.Trim());
        if (lines.Count > LinesKept)
            lines.Dequeue();
    }

    [GeneratedRegex(@"\A#(\d+) (.+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Step();

    [GeneratedRegex(@"\A\d+\.\d+ (.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Output();

    [GeneratedRegex(@"\A\S.*:(\d{1,7})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\A\s*(\d{1,7}) \| >>> ", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
