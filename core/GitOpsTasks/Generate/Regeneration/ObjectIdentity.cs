using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>What an object is known by, whichever file it is in.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace; empty where it names none.</param>
/// <param name="Name">Its name; empty where it has none.</param>
internal readonly record struct ObjectIdentity(string Kind, string Namespace, string Name)
{
    /// <summary>The identity of a generated object.</summary>
    public static ObjectIdentity Of(YamlMap @object)
    {
        var metadata = @object.At("metadata") as YamlMap ?? [];
        return new ObjectIdentity(@object.At("kind").Scalar() ?? "", metadata.At("namespace").Scalar() ?? "", metadata.At("name").Scalar() ?? "");
    }

    /// <summary>The identity of a document.</summary>
    public static ObjectIdentity Of(YamlNode root) =>
        new(root.Text("kind") ?? "", root["metadata"]?.Text("namespace") ?? "", root["metadata"]?.Text("name") ?? "");

    /// <summary>As people write it: <c>Deployment web</c>.</summary>
    public override string ToString() => Name.Length == 0 ? Kind : $"{Kind} {Name}";
}
