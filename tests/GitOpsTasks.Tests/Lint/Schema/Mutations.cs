using System.Text.Json.Nodes;
using GitOpsTasks.Lint.Manifests;

namespace GitOpsTasks.Tests.Lint.Schema;

/// <summary>Makes one change to a manifest, in every place and of every sort that a person might make by mistake.</summary>
internal static class Mutations
{
    /// <summary>A name of the change, and the manifest after it.</summary>
    public static IEnumerable<(string Name, JsonNode Manifest)> Of(JsonNode manifest)
    {
        foreach (var path in Paths(manifest, []).Where(path => path is not [] and not ["apiVersion"] and not ["kind"]))
        {
            foreach (var (name, change) in Changes(At(manifest, path)!))
                yield return ($"{string.Join('.', path)} {name}", Changed(manifest, path, change));
        }
    }

    private static IEnumerable<(string Name, Func<JsonNode?, string, JsonNode> Change)> Changes(JsonNode value)
    {
        yield return ("removed", (parent, key) => Edit(parent!, key, null, remove: true));
        if (value is JsonObject)
            yield return ("with a field nobody knows", (parent, key) => { value = Get(parent!, key); value["notKnownToAnyone"] = 1; return parent!; });
        foreach (var (name, other) in Others(value))
            yield return (name, (parent, key) => Edit(parent!, key, other, remove: false));
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Others(JsonNode value)
    {
        yield return ("null", null);
        if (value is not JsonObject)
            yield return ("a mapping", new JsonObject { ["a"] = "b" });
        if (value is not JsonArray)
            yield return ("a sequence", new JsonArray("a"));
        if (value is not JsonValue)
            yield return ("a text", "text");
        if (value is JsonValue scalar)
        {
            yield return ("another text", "no-such-Value!");
            yield return ("a number", 7);
            yield return ("a negative number", -1);
            yield return ("a fraction", 1.5);
            yield return ("a large number", 4000000000);
            yield return ("a boolean", true);
            yield return ("an empty text", "");
            yield return ("its text", scalar.ToString());
        }
    }

    private static IEnumerable<string[]> Paths(JsonNode? node, string[] path)
    {
        yield return path;
        var children = node switch
        {
            JsonObject mapping => mapping.Select(pair => (pair.Key, pair.Value)),
            JsonArray items => items.Select((item, index) => (index.ToString(System.Globalization.CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach (var (key, child) in children)
        {
            foreach (var below in Paths(child, [.. path, key]))
                yield return below;
        }
    }

    private static JsonNode? At(JsonNode node, string[] path) => path.Aggregate((JsonNode?)node, (at, key) => Get(at!, key));

    private static JsonNode Get(JsonNode node, string key) => node is JsonArray items ? items[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]! : node[key]!;

    private static JsonNode Changed(JsonNode manifest, string[] path, Func<JsonNode?, string, JsonNode> change)
    {
        var copy = manifest.DeepClone();
        change(At(copy, path[..^1]), path[^1]);
        return copy;
    }

    private static JsonNode Edit(JsonNode parent, string key, JsonNode? value, bool remove)
    {
        if (parent is JsonArray items)
        {
            var index = int.Parse(key, System.Globalization.CultureInfo.InvariantCulture);
            if (remove)
                items.RemoveAt(index);
            else
                items[index] = value?.DeepClone();
        }
        else if (remove)
        {
            ((JsonObject)parent).Remove(key);
        }
        else
        {
            parent[key] = value?.DeepClone();
        }

        return parent;
    }
}
