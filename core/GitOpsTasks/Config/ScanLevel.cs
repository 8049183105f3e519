namespace GitOpsTasks.Config;

/// <summary>How severe a finding of a scanner is, by its CVSS score where it has one.</summary>
public enum ScanLevel
{
    /// <summary>Below 4.0.</summary>
    Low,

    /// <summary>From 4.0.</summary>
    Medium,

    /// <summary>From 7.0.</summary>
    High,

    /// <summary>From 9.0.</summary>
    Critical,
}
