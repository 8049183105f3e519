namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>A file of the repository that is made from the declarations of the engine's tasks.</summary>
/// <param name="Path">From the root of the repository.</param>
/// <param name="Content">All of it.</param>
internal sealed record DeclaredFile(string Path, string Content);
