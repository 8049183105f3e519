using System.Globalization;
using GitOpsTasks.Config;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Promote.Gates;

/// <summary>Versions have been in the source environment for some time, as the history of the repository tells.</summary>
internal sealed class SoakGate(EngineContext context) : IPromotionGate
{
    /// <inheritdoc />
    public async Task<GateResult?> CheckAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        var soak = subject.To.Soak;
        if (soak <= TimeSpan.Zero || subject.IsRollback)
            return null;
        var wanted = DurationText.Format(soak);
        if (await SourceHistory.FindAsync(subject, cancellationToken) is not { } stay)
            return new GateResult("soak", GateState.Pending, $"{subject.From.Name} did not have it at any commit that was looked at; {wanted} are asked for");
        var until = stay.Since + soak;
        if (stay.Replacement is { } replacement && replacement.Time < until)
            return new GateResult("soak", GateState.Failed, $"{subject.From.Name} had it from {Text(stay.Since)} to {Text(replacement.Time)}, for less than {wanted}");
        return context.Time.GetUtcNow() < until
            ? new GateResult("soak", GateState.Pending, $"in {subject.From.Name} since {Text(stay.Since)}, soaks until {Text(until)}")
            : new GateResult("soak", GateState.Passed, $"in {subject.From.Name} since {Text(stay.Since)}, for {wanted} and more");
    }

    private static string Text(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
