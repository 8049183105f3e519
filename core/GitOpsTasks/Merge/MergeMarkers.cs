namespace GitOpsTasks.Merge;

/// <summary>How conflict markers look.</summary>
/// <param name="Size">How long they are; 7 unless the path's attribute <c>conflict-marker-size</c> says otherwise.</param>
/// <param name="Base">What they call the common ancestor.</param>
/// <param name="Ours">What they call our version.</param>
/// <param name="Theirs">What they call their version.</param>
public sealed record MergeMarkers(int Size, string Base, string Ours, string Theirs)
{
    /// <summary>What is used where git says nothing.</summary>
    public static MergeMarkers Default { get; } = new(7, "base", "ours", "theirs");
}
