namespace GitOpsTasks.Init;

/// <summary>A volume.</summary>
/// <param name="Mount">Absolute path in the container.</param>
/// <param name="Lasts">Whether its data outlive the pod.</param>
internal sealed record VolumeDraft(string Mount, bool Lasts)
{
    /// <summary>Whether it cannot be written to.</summary>
    public bool ReadOnly { get; init; }
}
