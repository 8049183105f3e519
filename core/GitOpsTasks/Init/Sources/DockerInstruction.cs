namespace GitOpsTasks.Init.Sources;

/// <summary>An instruction of a Dockerfile.</summary>
/// <param name="Keyword">In upper case, such as <c>EXPOSE</c>.</param>
/// <param name="Text">What follows it, its lines joined.</param>
/// <param name="Line">The line it begins on, from 1.</param>
internal sealed record DockerInstruction(string Keyword, string Text, int Line);
