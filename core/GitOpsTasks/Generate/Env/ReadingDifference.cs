namespace GitOpsTasks.Generate.Env;

/// <summary>Why other readers take a line for something else. Never shows the value, which may be secret.</summary>
/// <param name="Message">One sentence: what differs.</param>
/// <param name="Advice">One sentence: what to do.</param>
internal sealed record ReadingDifference(string Message, string Advice);
