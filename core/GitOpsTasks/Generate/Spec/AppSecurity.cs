namespace GitOpsTasks.Generate.Spec;

/// <summary>How a pod runs; within the restricted Pod Security Standard where nothing is said.</summary>
public sealed record AppSecurity
{
    /// <summary>Number of the user; .NET images have 1654 for it.</summary>
    public int User { get; init; } = 1654;

    /// <summary>Number of the group; null for that of the user.</summary>
    public int? Group { get; init; }

    /// <summary>Number of the group that owns volumes; null for none, or the group where volumes keep data.</summary>
    public int? FsGroup { get; init; }

    /// <summary>Whether the cluster refuses to run it as root.</summary>
    public bool NonRoot { get; init; } = true;

    /// <summary>Whether the image's files are read-only, with a writable <c>/tmp</c> beside them.</summary>
    public bool ReadOnlyRoot { get; init; } = true;

    /// <summary>Whether a process may gain more privileges than the one that started it.</summary>
    public bool Escalation { get; init; }

    /// <summary>Capabilities it has although all others are dropped.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>RuntimeDefault or Unconfined.</summary>
    public string Seccomp { get; init; } = "RuntimeDefault";
}
