namespace GitOpsTasks.Generate.Agents;

/// <summary>A time in which Argo CD may apply, or may not.</summary>
/// <param name="Kind"><c>allow</c> or <c>deny</c>.</param>
/// <param name="Schedule">When it begins, as cron writes it.</param>
/// <param name="Duration">How long it lasts.</param>
/// <param name="TimeZone">The time zone; null for UTC.</param>
/// <param name="Manual">Whether a person may apply nevertheless.</param>
public sealed record AgentWindow(string Kind, string Schedule, string Duration, string? TimeZone, bool Manual);
