namespace GitOpsTasks.Lint.Schema;

/// <summary>What is allowed for a value. Children are numbers of the same graph, so that schemas may contain themselves.</summary>
public sealed record SchemaNode
{
    /// <summary>A schema that allows everything.</summary>
    public static SchemaNode Anything { get; } = new() { IsOpen = true };

    /// <summary>The allowed types.</summary>
    public SchemaTypes Types { get; init; }

    /// <summary>Whether null is allowed.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether a mapping may have fields that are not named here.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The fields of a mapping.</summary>
    public IReadOnlyDictionary<string, int> Properties { get; init; } = new Dictionary<string, int>();

    /// <summary>The fields a mapping must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The schema of the items of a sequence; null for anything.</summary>
    public int? Items { get; init; }

    /// <summary>The schema of fields that are not named here; null where there is none.</summary>
    public int? Additional { get; init; }

    /// <summary>The allowed values, as text; empty for all.</summary>
    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>The name of a form that values of a type have, such as <c>quantity</c>; null for none.</summary>
    public string? Format { get; init; }

    /// <summary>The form of texts; null for any.</summary>
    public SchemaPattern? Pattern { get; init; }

    /// <summary>How large, long or many; null for no limit.</summary>
    public SchemaLimits? Limits { get; init; }

    /// <summary>Schemas that a value must meet as well; null for none.</summary>
    public SchemaChoice? Choice { get; init; }

    /// <summary>Whether every value meets it.</summary>
    public bool AllowsAnything =>
        Types == SchemaTypes.Any && IsOpen && Properties.Count == 0 && Required.Count == 0 && Additional is null && Items is null
        && Enum.Count == 0 && Format is null && Pattern is null && Limits is null && Choice is null;
}
