using System.Text.RegularExpressions;
using System.Xml.Linq;
using GitOpsTasks.Chain;
using GitOpsTasks.Cli;
using GitOpsTasks.Hosts.Tests.Declarations;
using GitOpsTasks.Processes;
using YamlDotNet.RepresentationModel;

namespace GitOpsTasks.Hosts.Tests.Azure;

public sealed partial class DescribingTheTemplate
{
    private const string Template = "azure/steps.yml";

    private static readonly string s_text = File.ReadAllText(Repository.PathOf(Template));
    private static readonly YamlMappingNode s_root = TemplateUse.Read(s_text).ShouldHaveSingleItem();

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Select(file => Path.GetRelativePath(Repository.Root, file)).Where(path => TemplateUse.On(path).Count > 0)];

    private static IEnumerable<YamlMappingNode> Parameters => ((YamlSequenceNode)s_root["parameters"]).Cast<YamlMappingNode>();

    private static IEnumerable<string> Names => Parameters.Select(parameter => (string)parameter["name"]!);

    [Fact]
    public void Uses_every_parameter_and_no_other() =>
        Reference().Matches(s_text).Select(match => match.Groups[1].Value).Distinct().ShouldBe(Names, ignoreOrder: true);

    [Fact]
    public void Offers_every_task_that_pipelines_run() =>
        ((YamlSequenceNode)Parameters.First()["values"]).Select(value => (string)value!)
            .ShouldBe(TaskCatalog.Entries.Select(entry => entry.Name).Except(["demo", "init", "merge-driver"]), ignoreOrder: true);

    [Fact]
    public void Installs_the_version_it_came_with()
    {
        var properties = XDocument.Load(Repository.PathOf("Directory.Build.props"));
        Parameters.Single(parameter => (string)parameter["name"]! == "version")["default"].ToString()
            .ShouldBe(properties.Descendants("VersionPrefix").Single().Value);
    }

    [Fact]
    public void Lets_nothing_into_a_script_but_names_that_it_knows()
    {
        var scripts = s_root.AllNodes.OfType<YamlMappingNode>().Where(step => step.Children.ContainsKey("script")).Select(step => (string)step["script"]!).ToList();
        scripts.Count.ShouldBe(3);
        scripts.SelectMany(script => Reference().Matches(script)).Select(match => match.Groups[1].Value).Distinct()
            .ShouldBe(["version", "nugetConfig", "task"], ignoreOrder: true);
        s_text.ShouldContain("SYSTEM_ACCESSTOKEN: $(System.AccessToken)");
        s_text.ShouldContain("${{ format('GITOPS_INPUT_{0}', upper(replace(input.key, '-', '_'))) }}: ${{ input.value }}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Is_used_with_parameters_and_inputs_that_there_are(string page)
    {
        foreach (var use in TemplateUse.On(page))
        {
            use.Parameters.ShouldBeSubsetOf(Names);
            var environment = use.Inputs.ToDictionary(input => "GITOPS_INPUT_" + input.Key.Replace('-', '_').ToUpperInvariant(), input => input.Value);
            environment["TF_BUILD"] = "True";
            var line = CommandLine.Parse([use.Task], new EnvironmentSnapshot(environment), TaskCatalog.Entries);
            line.Task!.Name.ShouldBe(use.Task);
            foreach (var flag in line.Task.Inputs.Where(input => input.Kind == Contracts.InputKind.Flag))
                line.Inputs.Get((dynamic)flag);
        }
    }

    [GeneratedRegex(@"parameters\.([A-Za-z]+)")]
    private static partial Regex Reference();
}
