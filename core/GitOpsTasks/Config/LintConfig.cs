namespace GitOpsTasks.Config;

/// <summary>How configuration is checked.</summary>
public sealed record LintConfig
{
    /// <summary>The name of a set of rules; null for the default.</summary>
    public string? Preset { get; init; }

    /// <summary>A yamllint configuration file; null where there is none.</summary>
    public string? Yamllint { get; init; }
}
