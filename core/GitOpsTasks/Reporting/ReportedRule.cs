namespace GitOpsTasks.Reporting;

/// <summary>What a report says about a rule that found something.</summary>
/// <param name="Code">The code of its findings.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">One sentence: what is wrong where it finds something.</param>
/// <param name="HelpUri">The address of its page.</param>
/// <param name="Tag">The kind of thing it looks for.</param>
public sealed record ReportedRule(string Code, string Name, string Summary, string HelpUri, string Tag);
