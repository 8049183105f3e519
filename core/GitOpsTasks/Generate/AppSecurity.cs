namespace GitOpsTasks.Generate;

/// <summary>How a pod runs, within the restricted Pod Security Standard.</summary>
/// <param name="User">Number of the user, never 0; .NET images have 1654 for it.</param>
/// <param name="ReadOnlyRoot">Whether the image's files are read-only, with a writable <c>/tmp</c> beside them.</param>
public sealed record AppSecurity(int User = 1654, bool ReadOnlyRoot = true);
