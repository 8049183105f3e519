namespace GitOpsTasks.Generate.Spec;

/// <summary>A Job that has to succeed before a new version runs, such as one that changes a database's schema.</summary>
public sealed record AppMigration
{
    /// <summary>The program; empty for the image's own.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Its arguments; empty for the image's own.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>What waits for it.</summary>
    public MigrationOrder Order { get; init; }

    /// <summary>How often it is tried again.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The most seconds it may take.</summary>
    public int Deadline { get; init; } = 600;
}
