using GitOpsTasks.Contracts;

namespace GitOpsTasks.Promote.Gates;

/// <summary>Asks all gates, and waits for them where that is wanted.</summary>
/// <param name="gates">The gates.</param>
/// <param name="unmet">What becomes of a promotion whose gates are not met.</param>
/// <param name="waitFor">How long they are waited for.</param>
/// <param name="context">Clock and progress.</param>
internal sealed class GateCheck(IReadOnlyList<IPromotionGate> gates, UnmetGate unmet, TimeSpan waitFor, EngineContext context)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(30);

    /// <summary>How the gates stand, in their order.</summary>
    /// <exception cref="TaskFailedException">GOT7113: one is not met, and that fails the promotion.</exception>
    public async Task<IReadOnlyList<GateResult>> RunAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        var start = context.Time.GetTimestamp();
        var results = await AskAsync(subject, cancellationToken);
        while (unmet == UnmetGate.Wait && results.Any(result => result.State == GateState.Pending)
            && results.All(result => result.State != GateState.Failed) && context.Time.GetElapsedTime(start) + s_pause <= waitFor)
        {
            context.Progress.Report($"waits for {string.Join(", ", Open(results).Select(result => result.Gate))}");
            await Task.Delay(s_pause, context.Time, cancellationToken);
            results = await AskAsync(subject, cancellationToken);
        }

        var open = Open(results).ToList();
        if (open.Count == 0 || unmet == UnmetGate.Draft)
            return results;
        throw new TaskFailedException(ExitCode.Findings, [.. open.Select(result => Diagnostic.Error(
            PromoteCodes.GateNotMet,
            Sentence(result, subject.Name, subject.To.Name),
            "Nothing was written; run it again when it is met, or let it be a draft until then."))]);
    }

    /// <summary>Those that are not met.</summary>
    public static IEnumerable<GateResult> Open(IEnumerable<GateResult> results) => results.Where(result => result.State != GateState.Passed);

    /// <summary>Which one is not met, and why.</summary>
    public static string Sentence(GateResult result, string name, string environment) =>
        $"The gate '{result.Gate}' is not met for {PromotionText.Line(name)} to {PromotionText.Line(environment)}: {PromotionText.Line(result.Detail)}";

    private async Task<IReadOnlyList<GateResult>> AskAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        var results = new List<GateResult>();
        foreach (var gate in gates)
        {
            if (await gate.CheckAsync(subject, cancellationToken) is { } result)
                results.Add(result);
        }

        return results;
    }
}
