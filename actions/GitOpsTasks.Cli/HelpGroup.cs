namespace GitOpsTasks.Cli;

/// <summary>A section of options on a help page.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Options">Their names.</param>
internal sealed record HelpGroup(string Title, string[] Options);
