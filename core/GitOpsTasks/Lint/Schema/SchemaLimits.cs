namespace GitOpsTasks.Lint.Schema;

/// <summary>Limits of numbers, of the length of texts in code points, and of how many items or fields there are. Null for none.</summary>
public sealed record SchemaLimits
{
    /// <summary>The least number.</summary>
    public double? Minimum { get; init; }

    /// <summary>The greatest number.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether numbers must be greater than <see cref="Minimum"/>.</summary>
    public bool IsMinimumExclusive { get; init; }

    /// <summary>Whether numbers must be less than <see cref="Maximum"/>.</summary>
    public bool IsMaximumExclusive { get; init; }

    /// <summary>What numbers are a multiple of.</summary>
    public double? MultipleOf { get; init; }

    /// <summary>The least length of a text.</summary>
    public int? MinLength { get; init; }

    /// <summary>The greatest length of a text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The least number of items.</summary>
    public int? MinItems { get; init; }

    /// <summary>The greatest number of items.</summary>
    public int? MaxItems { get; init; }

    /// <summary>The least number of fields.</summary>
    public int? MinProperties { get; init; }

    /// <summary>The greatest number of fields.</summary>
    public int? MaxProperties { get; init; }
}
