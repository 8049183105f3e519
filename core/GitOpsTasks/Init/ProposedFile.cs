namespace GitOpsTasks.Init;

/// <summary>A file of the proposal.</summary>
/// <param name="Path">From the root of the repository.</param>
/// <param name="State"><c>written</c>, <c>proposed</c> where nothing is written, <c>same</c> where it is there with this content, <c>kept</c> where it is there with another.</param>
/// <param name="Content">All of it.</param>
public sealed record ProposedFile(string Path, string State, string Content)
{
    /// <summary>It was written.</summary>
    public const string Written = "written";

    /// <summary>It would be written.</summary>
    public const string Proposed = "proposed";

    /// <summary>It is there with this content.</summary>
    public const string Same = "same";

    /// <summary>It is there with other content, and stays.</summary>
    public const string Kept = "kept";

    /// <summary>Whether it was, or would be, written.</summary>
    public bool IsNew => State is Written or Proposed;
}
