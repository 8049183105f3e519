using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using GitOpsTasks.Lint.Schema.Checking;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Lint.Schema;

/// <summary>The manifests of manifests.yaml.</summary>
internal static class SampleManifests
{
    /// <summary>Each as JSON.</summary>
    public static IReadOnlyList<JsonNode> All([CallerFilePath] string here = "")
    {
        var file = YamlFile.Parse(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "manifests.yaml")), "manifests.yaml");
        file.Diagnostics.ShouldBeEmpty();
        return [.. file.Documents.Select(document => ToJson(document)!)];
    }

    public static JsonNode? ToJson(YamlNode node)
    {
        if (node.IsMapping)
            return new JsonObject(node.Pairs.Select(pair => KeyValuePair.Create(pair.Key.Value, ToJson(pair.Value))));
        if (node.IsSequence)
            return new JsonArray([.. node.Items.Select(ToJson)]);
        var value = ScalarValue.Of(node);
        return value.Type switch
        {
            GitOpsTasks.Lint.Schema.SchemaTypes.Boolean => value.Text == "true",
            GitOpsTasks.Lint.Schema.SchemaTypes.Integer => (long)value.Number,
            GitOpsTasks.Lint.Schema.SchemaTypes.Number => value.Number,
            _ => value.Text,
        };
    }
}
