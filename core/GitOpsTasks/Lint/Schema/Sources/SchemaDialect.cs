namespace GitOpsTasks.Lint.Schema.Sources;

/// <summary>What a written schema leaves unsaid.</summary>
public enum SchemaDialect
{
    /// <summary>JSON Schema: fields that are not named are allowed unless <c>additionalProperties</c> forbids them.</summary>
    JsonSchema,

    /// <summary>The structural schema of a CustomResourceDefinition: API servers drop fields that are not named.</summary>
    Structural,

    /// <summary>The same with <c>preserveUnknownFields</c>: all fields are kept.</summary>
    Preserving,

    /// <summary>A struct of a Go program that refuses unknown fields: names count in any case, and null is not set.</summary>
    GoStruct,
}
