namespace GitOpsTasks.Status;

/// <summary>An image in one environment.</summary>
/// <param name="Name">Its name as the files have it.</param>
/// <param name="Tag">Its tag; null where only a digest is said.</param>
/// <param name="Digest">Its digest; null where none is said.</param>
public sealed record DeployedImage(string Name, string? Tag, string? Digest)
{
    /// <summary>Whether the environment it is promoted from has another version that is not older.</summary>
    public bool IsBehind { get; init; }
}
