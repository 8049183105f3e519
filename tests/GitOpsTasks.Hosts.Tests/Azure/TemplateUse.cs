using GitOpsTasks.Hosts.Tests.Pages;
using YamlDotNet.RepresentationModel;

namespace GitOpsTasks.Hosts.Tests.Azure;

/// <summary>A step of a pipeline on a page that uses azure/steps.yml.</summary>
/// <param name="Task">The task.</param>
/// <param name="Parameters">The names of the parameters that are given.</param>
/// <param name="Inputs">The inputs, those under a condition too.</param>
internal sealed record TemplateUse(string Task, IReadOnlyList<string> Parameters, IReadOnlyList<KeyValuePair<string, string>> Inputs)
{
    /// <summary>All on a page, whose YAML has to be such.</summary>
    public static IReadOnlyList<TemplateUse> On(string page) =>
    [
        .. from block in Page.Read(page).Blocks
           where block.Language == "yaml" && block.Lines.Any(line => line.Contains("template:", StringComparison.Ordinal))
           from root in Read(string.Join('\n', block.Lines))
           from step in root.AllNodes.OfType<YamlMappingNode>()
           where step.Children.TryGetValue("template", out var template) && template.ToString().StartsWith("azure/steps.yml", StringComparison.Ordinal)
           select Of((YamlMappingNode)step["parameters"]),
    ];

    /// <summary>The documents of a text.</summary>
    public static IReadOnlyList<YamlMappingNode> Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return [.. stream.Documents.Select(document => (YamlMappingNode)document.RootNode)];
    }

    private static TemplateUse Of(YamlMappingNode parameters) => new(
        (string)parameters["task"]!,
        [.. parameters.Children.Keys.Select(key => key.ToString())],
        parameters.Children.TryGetValue("inputs", out var inputs) ? [.. Flat((YamlMappingNode)inputs)] : []);

    private static IEnumerable<KeyValuePair<string, string>> Flat(YamlMappingNode inputs) => inputs.Children.SelectMany(
        pair => pair.Value is YamlMappingNode conditional ? Flat(conditional) : [KeyValuePair.Create(pair.Key.ToString(), pair.Value.ToString())]);
}
