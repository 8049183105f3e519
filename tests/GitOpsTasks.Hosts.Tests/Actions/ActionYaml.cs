using GitOpsTasks.Hosts.Tests.Declarations;
using YamlDotNet.RepresentationModel;

namespace GitOpsTasks.Hosts.Tests.Actions;

/// <summary>What an action.yml declares, as the runner reads it.</summary>
/// <param name="Inputs">Defaults by name; null where there is none.</param>
/// <param name="Outputs">The names of the outputs.</param>
/// <param name="Image">The image, as it is written.</param>
/// <param name="Arguments">The arguments of the container.</param>
internal sealed record ActionYaml(
    IReadOnlyDictionary<string, string?> Inputs, IReadOnlyList<string> Outputs, string Image, IReadOnlyList<string> Arguments)
{
    /// <summary>Reads the action in a folder of the repository; empty for the one in its root.</summary>
    public static ActionYaml Of(string folder) => Parse(File.ReadAllText(Repository.PathOf(Path.Combine(folder, "action.yml"))));

    public static ActionYaml Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var runs = (YamlMappingNode)root["runs"];
        Text(runs["using"]).ShouldBe("docker");
        return new ActionYaml(
            Entries(root, "inputs").ToDictionary(
                input => Text(input.Key), input => ((YamlMappingNode)input.Value).Children.TryGetValue("default", out var value) ? Text(value) : null),
            [.. Entries(root, "outputs").Select(output => Text(output.Key))],
            Text(runs["image"]),
            [.. ((YamlSequenceNode)runs["args"]).Select(Text)]);
    }

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Entries(YamlMappingNode root, string key) =>
        root.Children.TryGetValue(key, out var entries) ? ((YamlMappingNode)entries).Children : [];

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
