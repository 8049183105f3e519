namespace GitOpsTasks.Generate.Spec;

/// <summary>A volume: storage that lasts, something existing, or a folder as long-lived as the pod.</summary>
public sealed record AppVolume
{
    /// <summary>Absolute path in the container.</summary>
    public required string Mount { get; init; }

    /// <summary>How much storage is claimed; null where it is no claim of its own.</summary>
    public string? Size { get; init; }

    /// <summary>The StorageClass of the claim; null for the cluster's default.</summary>
    public string? Class { get; init; }

    /// <summary>How the claim may be mounted, such as ReadWriteOnce.</summary>
    public string Access { get; init; } = "ReadWriteOnce";

    /// <summary>An existing claim; null for none.</summary>
    public string? Claim { get; init; }

    /// <summary>An existing ConfigMap; null for none.</summary>
    public string? ConfigMap { get; init; }

    /// <summary>An existing Secret; null for none.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether a temporary folder is in memory.</summary>
    public bool Memory { get; init; }

    /// <summary>The most a temporary folder may hold; null for no limit.</summary>
    public string? Limit { get; init; }

    /// <summary>Whether it cannot be written to.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The folder of the volume that is mounted; null for its root.</summary>
    public string? SubPath { get; init; }
}
