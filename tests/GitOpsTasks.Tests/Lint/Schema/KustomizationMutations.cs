using System.Text.Json.Nodes;

namespace GitOpsTasks.Tests.Lint.Schema;

/// <summary>Changes a kustomization in one place at a time: each field misspelt, each value of another type.</summary>
internal static class KustomizationMutations
{
    // Maps of texts have keys of the user's choice, and a value or a patch may be anything.
    private static readonly HashSet<string> FreeKeys = ["labels", "annotations", "pairs", "commonLabels", "commonAnnotations", "openapi", "valuesInline", "options"];

    public static IEnumerable<(string What, string Text)> Of(JsonNode sample)
    {
        foreach (var path in Paths(sample, []))
        {
            var name = string.Join('.', path);
            if (path[^1] is string field && !(path.Length > 1 && path[^2] is string owner && FreeKeys.Contains(owner)))
                yield return ($"{name} misspelt", Change(sample, path, (parent, value) => (((JsonObject)parent)[field + "z"] = value, ((JsonObject)parent).Remove(field))));
            yield return ($"{name} a mapping in a list", Replace(sample, path, JsonNode.Parse("""[{"zz": [1]}]""")!));
            if (Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") != "1")
                continue;
            yield return ($"{name} a number", Replace(sample, path, JsonValue.Create(7)));
            yield return ($"{name} null", Replace(sample, path, null));
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path)
    {
        var children = node switch
        {
            JsonObject mapping => mapping.Select(pair => ((object)pair.Key, pair.Value)),
            JsonArray list => list.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            object[] below = [.. path, step];
            if (step is not ("kind" or "apiVersion") || path.Length > 0)
                yield return below;
            if (step is not "valuesInline")
            {
                foreach (var deeper in Paths(child, below))
                    yield return deeper;
            }
        }
    }

    private static string Replace(JsonNode sample, object[] path, JsonNode? value) => Change(sample, path, (parent, _) =>
    {
        if (parent is JsonObject mapping)
            mapping[(string)path[^1]] = value;
        else
            ((JsonArray)parent)[(int)path[^1]] = value;
        return default;
    });

    private static string Change(JsonNode sample, object[] path, Func<JsonNode, JsonNode?, (JsonNode?, bool)> change)
    {
        var copy = sample.DeepClone();
        var parent = copy;
        foreach (var step in path[..^1])
            parent = step is string field ? parent[field]! : parent[(int)step]!;
        var value = path[^1] is string last ? parent[last] : parent[(int)path[^1]];
        change(parent, value?.DeepClone());
        return copy.ToJsonString();
    }
}
