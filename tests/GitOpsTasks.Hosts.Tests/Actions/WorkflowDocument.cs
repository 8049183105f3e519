using System.Text.RegularExpressions;
using GitOpsTasks.Hosts.Tests.Declarations;
using YamlDotNet.RepresentationModel;

namespace GitOpsTasks.Hosts.Tests.Actions;

/// <summary>A workflow in a page of the documentation.</summary>
internal sealed partial record WorkflowDocument(string Title, YamlMappingNode Root)
{
    /// <summary>The workflows of a page: its YAML with jobs by name; those of Azure Pipelines are a list.</summary>
    public static IReadOnlyList<WorkflowDocument> Of(string page)
    {
        List<WorkflowDocument> workflows = [];
        foreach (Match match in Fence().Matches(File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n")))
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(match.Groups["yaml"].Value));
            if (stream.Documents[0].RootNode is YamlMappingNode root
                && root.Children.TryGetValue("jobs", out var jobs) && jobs is YamlMappingNode)
                workflows.Add(new($"{page}: {match.Groups["yaml"].Value.Split('\n')[0]}", root));
        }

        return workflows;
    }

    /// <summary>Its jobs by id.</summary>
    public IEnumerable<KeyValuePair<string, YamlMappingNode>> Jobs =>
        ((YamlMappingNode)Root["jobs"]).Select(job => KeyValuePair.Create(job.Key.ToString(), (YamlMappingNode)job.Value));

    /// <summary>The steps of a job.</summary>
    public static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>();

    /// <summary>A value of a mapping; null where it has none.</summary>
    public static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    /// <summary>The keys of a mapping in a mapping.</summary>
    public static IEnumerable<string> Keys(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) && value is YamlMappingNode map ? map.Select(entry => entry.Key.ToString()) : [];

    /// <summary>Every scalar below a node.</summary>
    public static IEnumerable<string> Texts(YamlNode node) => node.AllNodes.OfType<YamlScalarNode>().Select(scalar => scalar.Value!);

    /// <summary>The folder of the action that a step uses; null where it is of another repository.</summary>
    public static string? ActionOf(YamlMappingNode step) =>
        Text(step, "uses") is { } uses && Own().Match(uses) is { Success: true } own ? own.Groups["folder"].Value.TrimStart('/') : null;

    [GeneratedRegex(@"^```yaml\n(?<yaml>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\A(OWNER|acme)/gitops-tasks(?<folder>/[a-z/-]+)?@")]
    private static partial Regex Own();
}
