namespace GitOpsTasks.Lint.Schema;

/// <summary>The schema of a kind.</summary>
/// <param name="Graph">Where its parts are.</param>
/// <param name="Root">What is allowed for a whole manifest.</param>
/// <param name="Source">Where the schema is from, for messages: <c>bundled</c>, a file, an address.</param>
public sealed record KindSchema(SchemaGraph Graph, SchemaNode Root, string Source)
{
    /// <summary>Whether it is a CustomResourceDefinition's, which says nothing of apiVersion, kind and metadata.</summary>
    public bool IsCustom { get; init; }
}
