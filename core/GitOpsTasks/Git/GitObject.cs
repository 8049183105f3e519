namespace GitOpsTasks.Git;

/// <summary>An object of a repository.</summary>
/// <param name="Id">Its name: the hash of type, length and content, in hexadecimal.</param>
/// <param name="Type"><c>commit</c>, <c>tree</c>, <c>blob</c> or <c>tag</c>.</param>
/// <param name="Content">Its content, as it is hashed.</param>
internal sealed record GitObject(string Id, string Type, ReadOnlyMemory<byte> Content);
