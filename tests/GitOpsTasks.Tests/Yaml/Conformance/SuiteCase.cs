namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>One case of yaml-test-suite.</summary>
/// <param name="Id">Such as <c>229Q</c>, or <c>Y79Y/003</c> for a case of several in one file.</param>
/// <param name="Text">The input.</param>
/// <param name="Events">The events expected of a valid input.</param>
/// <param name="IsInvalid">Whether a parser must reject the input.</param>
internal sealed record SuiteCase(string Id, string Text, IReadOnlyList<string> Events, bool IsInvalid);
