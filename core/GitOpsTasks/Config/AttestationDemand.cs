namespace GitOpsTasks.Config;

/// <summary>What is asked of an SBOM or a provenance statement.</summary>
public enum AttestationDemand
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>It is there.</summary>
    Present,

    /// <summary>It is there and signed by one of the keys.</summary>
    Signed,
}
