using System.Text;
using System.Text.Json.Nodes;
using GitOpsTasks.Tests.Lint.Schema;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Generate.Options;

/// <summary>Manifests as data, so that order of keys and ways of writing do not count.</summary>
internal static class Manifests
{
    /// <summary>The documents of a text.</summary>
    public static IReadOnlyList<JsonNode> Of(string text)
    {
        var file = YamlFile.Parse(Encoding.UTF8.GetBytes(text), "manifests.yaml");
        file.IsValid.ShouldBeTrue(text);
        return [.. file.Documents.Where(document => document.IsMapping).Select(document => SampleManifests.ToJson(document)!)];
    }

    /// <summary>The documents in one form: keys in order, and lists of named things too where the order is kustomize's.</summary>
    public static string Normal(string text) => string.Join('\n', Of(text).Select(one => Sorted(one)!.ToJsonString()).Order(StringComparer.Ordinal));

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value is JsonArray list && IsKeyed(pair.Key) ? Ordered(list) : Sorted(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static bool IsKeyed(string key) => key is "volumes" or "volumeMounts" or "env" or "ports" or "topologySpreadConstraints" or "imagePullSecrets";

    private static JsonArray Ordered(JsonArray list) => new([.. list.Select(Sorted).OrderBy(item => item!.ToJsonString(), StringComparer.Ordinal)]);
}
