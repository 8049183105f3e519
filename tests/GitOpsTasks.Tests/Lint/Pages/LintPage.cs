namespace GitOpsTasks.Tests.Lint.Pages;

/// <summary>A page of docs/lint.</summary>
/// <param name="Title">Its first heading: the name of a rule.</param>
/// <param name="Facts">The line below it: code, layer and severity.</param>
/// <param name="Fails">Examples in which the rule finds something.</param>
/// <param name="Passes">Examples in which it finds nothing.</param>
internal sealed record LintPage(string Title, string? Facts, IReadOnlyList<PageExample> Fails, IReadOnlyList<PageExample> Passes);
