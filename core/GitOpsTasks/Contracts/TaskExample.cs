namespace GitOpsTasks.Contracts;

/// <summary>A command line and what it does.</summary>
/// <param name="Command">The arguments after <c>gitops</c>.</param>
/// <param name="Effect">A phrase such as <c>set the tag and push</c>.</param>
public sealed record TaskExample(string Command, string Effect);
