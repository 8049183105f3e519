using System.Diagnostics;
using System.Text.Json;

namespace GitOpsTasks.Parts;

/// <summary>What a <see cref="GitOpsProcess"/> that was run with <c>--output json</c> answered.</summary>
/// <param name="ExitCode">The exit code of the process.</param>
/// <param name="Out">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Took">From its start to its end.</param>
public sealed record GitOpsAnswer(int ExitCode, string Out, string Error, TimeSpan Took)
{
    /// <summary>The commit it says it pushed; null where it pushed none, or was killed before it could say.</summary>
    public string? Commit => Result?.GetProperty("commit").GetString();

    /// <summary>Whether it says that it changed something.</summary>
    public bool Changed => Result?.GetProperty("changed").GetBoolean() ?? false;

    /// <summary>How many times it ran its edit.</summary>
    public int Attempts => Result?.GetProperty("attempts").GetInt32() ?? 0;

    /// <summary>The codes of its diagnostics.</summary>
    public IReadOnlyList<string?> Codes =>
        Document is { } document ? [.. document.GetProperty("diagnostics").EnumerateArray().Select(item => item.GetProperty("code").GetString())] : [];

    private JsonElement? Result => Document?.GetProperty("result") is { ValueKind: JsonValueKind.Object } result ? result : null;

    private JsonElement? Document => Out.EndsWith("}\n", StringComparison.Ordinal) ? JsonDocument.Parse(Out).RootElement : null;

    /// <summary>Waits for a process to end.</summary>
    public static async Task<GitOpsAnswer> OfAsync(Process process, Stopwatch clock)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new GitOpsAnswer(process.ExitCode, output, await error, clock.Elapsed);
    }
}
