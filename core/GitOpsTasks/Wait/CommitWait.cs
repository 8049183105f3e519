using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Evidence;

namespace GitOpsTasks.Wait;

/// <summary>Asks again and again, in growing intervals.</summary>
/// <param name="evidence">Who is asked.</param>
/// <param name="request">What is waited for.</param>
/// <param name="context">Clock and progress.</param>
internal sealed class CommitWait(IForgeEvidence evidence, WaitRequest request, EngineContext context)
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    /// <summary>Waits until all is successful, one failed, or time is over.</summary>
    public async Task<WaitResult> RunAsync(CancellationToken cancellationToken)
    {
        var start = context.Time.GetTimestamp();
        var pause = s_shortest;
        while (true)
        {
            var result = ResultOf(await evidence.ChecksAsync(request.Commit, cancellationToken));
            var left = request.Timeout - context.Time.GetElapsedTime(start);
            if (result.State == CheckState.Succeeded || (result.State == CheckState.Failed && !request.KeepsWaiting) || left <= TimeSpan.Zero)
                return result;
            context.Progress.Report($"waits for {string.Join(", ", result.Contexts.Where(waited => waited.State != CheckState.Succeeded).Select(waited => waited.Context))}");
            await Task.Delay(pause < left ? pause : left, context.Time, cancellationToken);
            pause = pause * 1.5 < s_longest ? pause * 1.5 : s_longest;
        }
    }

    private WaitResult ResultOf(IReadOnlyList<CommitCheck> checks)
    {
        var contexts = request.Contexts.Select(name => Waited(name, checks)).ToList();
        var state = contexts.Exists(waited => waited.State == CheckState.Failed) ? CheckState.Failed
            : contexts.TrueForAll(waited => waited.State == CheckState.Succeeded) ? CheckState.Succeeded : CheckState.Pending;
        return new WaitResult(request.Commit, state, contexts);
    }

    private static WaitedContext Waited(string name, IReadOnlyList<CommitCheck> checks)
    {
        var pattern = new CheckPattern(name);
        return new WaitedContext(name, pattern.StateOf(checks) ?? CheckState.Pending, [.. checks.Where(check => pattern.Matches(check.Name))]);
    }
}
