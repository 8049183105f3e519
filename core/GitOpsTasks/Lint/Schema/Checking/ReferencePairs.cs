using System.Runtime.CompilerServices;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>Compares schemas by identity: they are large, and each is there once.</summary>
internal sealed class ReferencePairs : IEqualityComparer<(YamlNode Node, SchemaNode Schema)>
{
    public static ReferencePairs Instance { get; } = new();

    public bool Equals((YamlNode Node, SchemaNode Schema) x, (YamlNode Node, SchemaNode Schema) y) =>
        x.Node == y.Node && ReferenceEquals(x.Schema, y.Schema);

    public int GetHashCode((YamlNode Node, SchemaNode Schema) obj) =>
        HashCode.Combine(obj.Node.Index, RuntimeHelpers.GetHashCode(obj.Schema));
}
