using System.Globalization;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Promote.Gates;

/// <summary>It is a time at which promotions may take place.</summary>
internal sealed class WindowGate(EngineContext context) : IPromotionGate
{
    /// <inheritdoc />
    public Task<GateResult?> CheckAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        if (subject.Gates.Windows.Count == 0 || subject.IsRollback)
            return Task.FromResult<GateResult?>(null);
        var now = context.Time.GetUtcNow();
        var windows = subject.Gates.Windows.Select(window => new OpenHours(window, ZoneOf(window.Zone))).ToList();
        if (windows.Exists(window => window.IsOpenAt(now)))
            return Task.FromResult<GateResult?>(new GateResult("window", GateState.Passed, string.Join(" or ", windows)));
        var next = windows.Select(window => (Window: window, Opens: window.NextAfter(now))).Where(next => next.Opens is not null).OrderBy(next => next.Opens).ToList();
        return Task.FromResult<GateResult?>(next is [var first, ..]
            ? new GateResult("window", GateState.Pending, $"opens {first.Window.Local(first.Opens!.Value).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {first.Window.Zone}")
            : new GateResult("window", GateState.Failed, "does not open any more this year"));
    }

    private static TimeZoneInfo ZoneOf(string name)
    {
        try
        {
            return name == "UTC" ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            throw TaskFailedException.Usage(
                GateCodes.ZoneUnknown,
                $"The time zone '{name}' is not known on this machine.",
                "Write an IANA name such as Europe/Berlin; images without zones need the package tzdata.");
        }
    }
}
