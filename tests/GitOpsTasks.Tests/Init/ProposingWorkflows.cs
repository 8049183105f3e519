using System.Text.RegularExpressions;
using GitOpsTasks.Chain;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Init;

public sealed partial class ProposingWorkflows : IDisposable
{
    private const string GitHub = ".github/workflows/gitops.yml";
    private const string Azure = "azure-pipelines.yml";
    private readonly Site _site = new();

    public static TheoryData<string> Sources => ["Dockerfile", "Web.csproj", "k8s/overlays/dev/deployment.yaml"];

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("https://github.com/acme/shop", "", GitHub)]
    [InlineData("git@github.com:acme/shop.git", "", GitHub)]
    [InlineData("https://user:hunter2@dev.azure.com/acme/shop/_git/shop", "", Azure)]
    [InlineData("https://git.example.com/acme/shop", ".github/workflows/ci.yml", GitHub)]
    [InlineData("https://github.com/acme/shop", "azure-pipelines.yml", ".github/workflows/gitops.yml,azure-pipelines.gitops.yml")]
    [InlineData("https://git.example.com/acme/shop", "", ".github/workflows/gitops.yml,azure-pipelines.yml")]
    public async Task Chooses_by_what_the_repository_shows(string url, string file, string expected)
    {
        _site.CheckOut(url);
        _site.Write("Dockerfile", "FROM scratch\n");
        if (file.Length > 0)
            _site.Write(file, "on: push\n");
        var (result, _) = await _site.InitAsync();
        string.Join(',', result.Files.Select(known => known.Path).Skip(2)).ShouldBe(expected);
        string.Concat(result.Files.Select(known => known.Content)).ShouldNotContain("hunter2");
        result.Facts.ShouldAllBe(fact => !fact.From.Contains("hunter2"));
    }

    [Theory]
    [InlineData("github", GitHub)]
    [InlineData("azure", Azure)]
    [InlineData("both", $"{GitHub},{Azure}")]
    [InlineData("none", "")]
    public async Task Does_as_it_is_told(string ci, string expected)
    {
        _site.Write("Dockerfile", "FROM scratch\n");
        var (result, _) = await _site.InitAsync($"ci={ci}");
        string.Join(',', result.Files.Select(file => file.Path).Skip(2)).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Writes_YAML_without_findings(string source)
    {
        await ProposeAsync(source);
        var outcome = await _site.TryAsync("lint", "only=yaml", "strict=true", $"path={GitHub}", $"path={Azure}", "path=gitops.yaml");
        outcome.Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Uses_what_the_tasks_declare(string source)
    {
        await ProposeAsync(source);
        var calls = 0;
        foreach (var step in Mappings(GitHub).Where(step => step.Text("uses") is { } uses && uses.StartsWith("OWNER/", StringComparison.Ordinal)))
        {
            var match = Action().Match(step.Text("uses")!);
            match.Success.ShouldBeTrue(step.Text("uses"));
            var task = Task(match.Groups["task"] is { Success: true, Value: var name } ? name : "run");
            task.IsForPeople.ShouldBeFalse();
            (step["with"]?.Pairs ?? []).Select(pair => pair.Key.Value).Except(task.Load().Inputs.Select(input => input.Name)).ShouldBeEmpty();
            calls++;
        }

        foreach (var line in Mappings(GitHub).Select(step => step.Text("run")).Concat(Mappings(Azure).Select(step => step.Text("script"))).OfType<string>().Where(line => line.StartsWith("gitops ", StringComparison.Ordinal)))
        {
            var words = line.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
            var inputs = Task(words[1]).Load().Inputs;
            words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).Select(word => word[2..]).Except(inputs.Select(input => input.Name)).ShouldBeEmpty();
            words.ShouldAllBe(word => !word.Contains("TOKEN") && !word.Contains("PASSWORD") && !word.Contains('$'));
            calls++;
        }

        calls.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Asks_for_no_more_rights_than_it_needs(string source)
    {
        await ProposeAsync(source);
        var root = YamlFile.Parse(File.ReadAllBytes(_site.PathOf(GitHub)), GitHub).Documents.Single();
        root["permissions"]!.Value.Pairs.Select(pair => $"{pair.Key.Value}: {pair.Value.Value}").ShouldBe(["contents: read"]);
        root["jobs"]!.Value["check"]!.Value["permissions"].ShouldBeNull();
        var rights = root["jobs"]!.Value["deliver"]!.Value["permissions"]!.Value.Pairs.Select(pair => $"{pair.Key.Value}: {pair.Value.Value}");
        rights.ShouldBe(source.StartsWith("k8s", StringComparison.Ordinal) ? ["contents: write", "pull-requests: write"] : ["contents: write", "pull-requests: write", "packages: write"]);
        _site.Read(GitHub).ShouldNotContain("pull_request_target");
        foreach (var file in new[] { GitHub, Azure })
        {
            var checkouts = Mappings(file).Where(step => step.Text("uses")?.StartsWith("actions/checkout", StringComparison.Ordinal) == true || step.Text("checkout") is not null).ToList();
            checkouts.Count.ShouldBe(2);
            foreach (var step in checkouts)
                (step["with"] ?? step).Text(step.Text("uses") is null ? "persistCredentials" : "persist-credentials").ShouldBe("false");
        }
    }

    private async Task ProposeAsync(string source)
    {
        _site.CheckOut("https://github.com/acme/shop");
        _site.Write(source, source switch
        {
            "Dockerfile" => "FROM scratch\nEXPOSE 8080\n",
            "Web.csproj" => "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />",
            _ => "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n",
        });
        await _site.InitAsync("ci=both");
    }

    private IEnumerable<YamlNode> Mappings(string path)
    {
        var file = YamlFile.Parse(File.ReadAllBytes(_site.PathOf(path)), path);
        file.IsValid.ShouldBeTrue();
        return file.AllNodes().Where(node => node.IsMapping);
    }

    private static TaskEntry Task(string name) => TaskCatalog.Entries.Single(entry => entry.Name == name);

    [GeneratedRegex("^OWNER/gitops-tasks(/actions/(?<task>[a-z]+))?@v0$", RegexOptions.ExplicitCapture)]
    private static partial Regex Action();
}
