namespace GitOpsTasks.Lint.Schema;

/// <summary>Schemas that refer to each other by number. Safe to read from several threads.</summary>
public abstract class SchemaGraph
{
    /// <summary>The schema of a number.</summary>
    public abstract SchemaNode this[int index] { get; }
}
