namespace GitOpsTasks.Config;

/// <summary>What a promotion to an environment has to meet, besides soaking.</summary>
public sealed record GatesConfig
{
    /// <summary>Whether its images have to be in their registries.</summary>
    public bool ImageExists { get; init; }

    /// <summary>The platforms images have to be there for, such as <c>linux/amd64</c>; those they are built for where empty.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>Files of public keys in PEM form; a signature by one of them is enough.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Whether images have to be signed by one of <see cref="Keys"/>.</summary>
    public bool Signature { get; init; }

    /// <summary>The repositories a signature may be made for; any where empty.</summary>
    public IReadOnlyList<string> SignedFor { get; init; } = [];

    /// <summary>Whether images need a list of what is in them (SBOM).</summary>
    public AttestationDemand Sbom { get; init; }

    /// <summary>Whether images need a statement of how they were built.</summary>
    public AttestationDemand Provenance { get; init; }

    /// <summary>Reports of scanners.</summary>
    public IReadOnlyList<ScanConfig> Scans { get; init; } = [];

    /// <summary>Commit statuses and check runs that have to be successful in the source environment; <c>*</c> stands for any text.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>When promotions may take place; at any time where empty.</summary>
    public IReadOnlyList<WindowConfig> Windows { get; init; } = [];

    /// <summary>How many people have to approve the pull request.</summary>
    public int Approvals { get; init; }

    /// <summary>The users whose approval counts; of everybody who may write to the repository where empty.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];
}
