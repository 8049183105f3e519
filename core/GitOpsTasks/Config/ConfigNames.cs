using GitOpsTasks.Yaml;

namespace GitOpsTasks.Config;

/// <summary>Finds names in <c>gitops.yaml</c> that name nothing, name two things, or go round in a circle.</summary>
internal static class ConfigNames
{
    public static void Check(MappingReader reader)
    {
        CheckImages(reader);
        CheckEnvironments(reader);
    }

    // Where a file has no images, they are another repository's.
    private static void CheckImages(MappingReader reader)
    {
        if (reader.NodeOf("images") is not { } images)
            return;
        var names = images.Pairs.Select(pair => pair.Key.Resolved.Value).ToList();
        foreach (var app in reader.NodeOf("apps")?.Pairs ?? [])
        {
            if (app.Value.Resolved["image"] is { IsScalar: true } image && !names.Contains(image.Value))
            {
                reader.Report(
                    ConfigCodes.Contradiction, image, $"There is no image '{image.Value}'.", $"{Suggestion.For(image.Value, names)}{Known("Images", names)}");
            }
        }
    }

    private static void CheckEnvironments(MappingReader reader)
    {
        var from = new Dictionary<string, YamlNode?>(StringComparer.Ordinal);
        foreach (var environment in reader.NodeOf("environments")?.Items ?? [])
        {
            if (environment.Resolved["name"] is { IsScalar: true } name && !from.TryAdd(name.Value, environment.Resolved["from"]))
            {
                reader.Report(
                    ConfigCodes.Contradiction, name, $"There are two environments named '{name.Value}'.", "Give each a name of its own.");
            }
        }

        CheckPaths(reader);
        foreach (var (name, source) in from)
        {
            if (source is not { IsScalar: true } node)
                continue;
            if (!from.ContainsKey(node.Value))
            {
                var others = from.Keys.Where(other => other != name).ToList();
                reader.Report(
                    ConfigCodes.Contradiction,
                    node,
                    $"There is no environment '{node.Value}'.",
                    $"{Suggestion.For(node.Value, others)}{Known("Environments", others)}");
            }
            else if (ComesBack(name, from))
            {
                reader.Report(
                    ConfigCodes.Contradiction, node, $"'{name}' is promoted from itself.", "Let one environment of the circle have no 'from'.");
            }
        }
    }

    private static void CheckPaths(MappingReader reader)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var environment in reader.NodeOf("environments")?.Items ?? [])
        {
            if (environment.Resolved["path"] is { IsScalar: true } path && !seen.Add(path.Value.TrimEnd('/')))
            {
                reader.Report(
                    ConfigCodes.Contradiction, path, $"Two environments have the path '{path.Value}'.", "Give each a folder of its own.");
            }
        }
    }

    private static bool ComesBack(string name, Dictionary<string, YamlNode?> from)
    {
        var at = name;
        for (var step = 0; step < from.Count; step++)
        {
            if (!from.TryGetValue(at, out var source) || source is not { } next)
                return false;
            at = next.Value;
            if (at == name)
                return true;
        }

        return false;
    }

    private static string Known(string what, List<string> names) =>
        names.Count == 0 ? $"There are no other {what.ToLowerInvariant()}." : $"{what} are {string.Join(", ", names)}.";
}
