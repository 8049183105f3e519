namespace GitOpsTasks.Lint.Schema;

/// <summary>Schemas that a value must meet besides its own.</summary>
public sealed record SchemaChoice
{
    /// <summary>Each of these.</summary>
    public IReadOnlyList<int> AllOf { get; init; } = [];

    /// <summary>At least one of these, where there are any.</summary>
    public IReadOnlyList<int> AnyOf { get; init; } = [];

    /// <summary>Exactly one of these, where there are any.</summary>
    public IReadOnlyList<int> OneOf { get; init; } = [];

    /// <summary>Not this.</summary>
    public int? Not { get; init; }
}
