using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>How a task ended, for the summary of a GitHub run: the verdict, findings and outputs as tables, and the result with its diff.</summary>
public static class OutcomeSummary
{
    // A summary may have 1 MiB, and a longer one is not shown at all; several steps' results are one page.
    private const int LongestResult = 100_000;
    private const int MostLines = 20;

    /// <summary>The summary in markdown, texts of others escaped.</summary>
    public static string Render(string task, TaskOutcome outcome)
    {
        var text = new StringBuilder(GitHubSummary.Render($"gitops {task}", Verdict(outcome.ExitCode), outcome.Diagnostics));
        AppendOutputs(text, [.. outcome.Outputs.Where(pair => !pair.Key.Secret && pair.Value.Length > 0)]);
        AppendResult(text, outcome.RenderText() ?? "");
        return text.ToString();
    }

    private static string Verdict(ExitCode exitCode) => exitCode switch
    {
        ExitCode.Done => "Done.",
        ExitCode.Findings => "There are findings, or the change was refused.",
        ExitCode.Usage => "The usage or configuration is wrong.",
        ExitCode.External => "An outside system failed.",
        ExitCode.Refused => "It was refused for good.",
        _ => "It was cancelled.",
    };

    private static void AppendOutputs(StringBuilder text, IReadOnlyList<KeyValuePair<TaskOutput, string>> outputs)
    {
        if (outputs.Count == 0)
            return;
        text.Append("| output | value |\n| --- | --- |\n");
        foreach (var (output, value) in outputs)
            text.Append("| ").Append(output.Name).Append(" | ").Append(Cell(value)).Append(" |\n");
        text.Append('\n');
    }

    private static string Cell(string value)
    {
        var lines = value.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var shown = lines.Take(MostLines).Select(GitHubSummary.Escape);
        return string.Join("<br>", lines.Length > MostLines ? shown.Append($"and {lines.Length - MostLines} more") : shown);
    }

    private static void AppendResult(StringBuilder text, string result)
    {
        if (string.IsNullOrWhiteSpace(result))
            return;
        var shown = LogText.WithoutEscapes(Cut(result));
        var fence = new string('`', Math.Max(3, LongestRun(shown) + 1));
        var language = shown.Contains("\n+++ ", StringComparison.Ordinal) ? "diff" : "text";
        text.Append(fence).Append(language).Append('\n').Append(shown.TrimEnd('\n')).Append('\n').Append(fence).Append("\n\n");
    }

    private static string Cut(string result)
    {
        if (result.Length <= LongestResult)
            return result;
        var end = result.LastIndexOf('\n', LongestResult);
        return $"{result[..(end < 0 ? LongestResult : end)]}\n…\n";
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
