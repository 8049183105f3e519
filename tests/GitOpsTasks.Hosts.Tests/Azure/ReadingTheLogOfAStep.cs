using System.Text.Json;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Azure;

/// <summary>Runs on files whose names and contents hold commands: every command of ours is read back, and no other.</summary>
public sealed class ReadingTheLogOfAStep : IDisposable
{
    private const string Done = "##vso[task.complete result=Failed;]x";
    private const string Set = "##vso[task.setvariable variable=injected]1 ##[error]y ;]%AZP25 ##\u00ADVSO[task.complete]z";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Finds_the_outputs_of_a_bump()
    {
        var file = $"work/{Done}/50%0A.yaml";
        _folder.Write(file, Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        _folder.Write("work/api.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        _folder.Write("work/t.yaml", $"image: \"ghcr.io/acme/web:{{{{ {Set} }}}}\"\n");
        var step = await AgentStep.RunAsync(
            _folder, "bump", "--directory", _folder.PathOf("work"), "--image", "ghcr.io/acme/web:1.1.0", "--output", "json");
        step.Run.ExitCode.ShouldBe(0, step.Run.Error);
        var variables = step.Variables("bump");
        variables.ShouldBe(step.Told());
        variables["changed"].ShouldBe("true");
        variables["files"].ShouldBe($"{Done}/50%0A.yaml\napi.yaml");
        _folder.Read(file).ShouldContain("1.1.0");

        var again = await AgentStep.RunAsync(
            _folder, "bump", "--directory", _folder.PathOf("work"), "--image", $"ghcr.io/acme/web=ghcr.io/acme/{Set}:1.1.0");
        again.Run.ExitCode.ShouldNotBe(0);
        again.Of("task.logissue").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Finds_the_findings_and_the_summary_of_a_lint()
    {
        _folder.Write($"work/a;b] {Done}.yaml", $"\"{Set}\": 1\n\"{Set}\": 2\nb:   3\nc: yes\n");
        string[] args = ["lint", "--directory", _folder.PathOf("work"), "--only", "yaml", "--yamllint-config", "default"];
        var step = await AgentStep.RunAsync(_folder, [.. args, "--output", "json"]);
        step.Run.ExitCode.ShouldBe(1);
        var told = step.Answer.GetProperty("diagnostics").EnumerateArray().ToList();
        told.Count.ShouldBeGreaterThan(2);
        step.Of("task.logissue").Select(Issue).ShouldBe(told.Select(Issue));
        step.Variables("lint").ShouldBe(step.Told());

        var summary = step.Of("task.uploadsummary").ShouldHaveSingleItem().Message;
        Path.GetFullPath(summary, _folder.PathOf("_temp")).ShouldBe(summary);
        summary.ShouldStartWith(_folder.PathOf("_temp"));
        Path.GetFileName(summary).ShouldBe("gitops lint.md");
        var table = await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken);
        table.ShouldStartWith("### gitops lint\n\n1 file");
        table.Split('\n').Count(line => line.StartsWith("| error", StringComparison.Ordinal)).ShouldBe(told.Count(finding => finding.GetProperty("severity").GetString() == "error"));

        foreach (var format in (string[])["text", "standard", "parsable", "azure", "sarif", "junit", "json"])
        {
            var other = await AgentStep.RunAsync(_folder, [.. args, "--format", format]);
            if (format is "azure" or "text")
                other.Of("task.logissue").Select(Issue).ShouldBe(told.Select(Issue));
            else
                other.Of("task.logissue").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Finds_the_outputs_of_a_promotion()
    {
        using var remote = await BareRepository.CreateAsync();
        await remote.GitAsync("config", "core.protectNTFS", "false");
        await remote.CommitAsync("main", new Dictionary<string, string?>
        {
            [$"apps/{Done}/overlays/dev/kustomization.yaml"] = $"images:\n- name: web\n  newTag: '{Set}'\n",
            [$"apps/{Done}/overlays/staging/kustomization.yaml"] = "images:\n- name: web\n  newTag: 1.4.0\n",
        });
        await remote.CommitAsync("main", $"apps/{Done}/overlays/dev/kustomization.yaml", $"images:\n- name: web\n  newTag: '1.5.0 {Set}'\n", $"{Set}\n\n##[error]y\n{Done}");
        await remote.GitAsync("branch", "##vso.task.complete", "main");
        string[] args = ["promote", "--from", "dev", "--to", "staging", "--repository", remote.FullPath, "--label", Set];

        var dry = await AgentStep.RunAsync(_folder, [.. args, "--dry-run", "--verbosity", "detailed"]);
        dry.Of("group").Count.ShouldBe(dry.Of("endgroup").Count);
        dry.Of("group").ShouldNotBeEmpty();
        var step = await AgentStep.RunAsync(_folder, [.. args, "--output", "json"]);
        step.Run.ExitCode.ShouldBe(0, step.Run.Out + step.Run.Error);
        var variables = step.Variables("promote");
        variables.ShouldBe(step.Told());
        variables["changed"].ShouldBe("true");
        variables["states"].ShouldEndWith("-to-staging=opened");
        variables["pull_request_numbers"].ShouldBe("1");

        foreach (var format in (string[])["text", "markdown", "json", "html"])
        {
            var status = await AgentStep.RunAsync(_folder, "status", "--repository", remote.FullPath, "--format", format, "--fail-on", "behind");
            status.Run.ExitCode.ShouldBe(1);
            status.Of("task.uploadsummary").ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task Finds_the_outputs_of_what_is_generated()
    {
        _folder.Write("work/web.yaml", "apiVersion: gitops-tasks/v1\nkind: App\nname: web\nimage: ghcr.io/acme/web:1.0.0\nport: 8080\n");
        _folder.Write("work/bad.yaml", $"apiVersion: gitops-tasks/v1\nkind: App\nname: '{Done}'\nimage: '{Set}'\n\"{Set}\": 8080\n");
        string[] args = ["generate", "--directory", _folder.PathOf("work"), "--out", $"out/{Done}"];
        var step = await AgentStep.RunAsync(_folder, [.. args, "web.yaml", "--output", "json"]);
        step.Run.ExitCode.ShouldBe(0, step.Run.Out + step.Run.Error);
        step.Variables("generate").ShouldBe(step.Told());
        step.Variables("generate")["files"].ShouldContain("base/deployment.yaml\n");

        var bad = await AgentStep.RunAsync(_folder, [.. args, "bad.yaml"]);
        bad.Run.ExitCode.ShouldBe(2);
        bad.Of("task.logissue").ShouldNotBeEmpty();
        bad.Of("task.logissue").ShouldAllBe(issue => issue["sourcepath"] == "bad.yaml");
    }

    [Theory]
    [InlineData("bump", "--imag", Set)]
    [InlineData(Done)]
    [InlineData("lint", Set)]
    [InlineData("lint", "--only", Set)]
    [InlineData("lint", "--directory", Set)]
    [InlineData("promote", "--repository", Done)]
    [InlineData("status", "--config", Done)]
    public async Task Finds_one_error_where_the_command_line_is_wrong(params string[] args)
    {
        var step = await AgentStep.RunAsync(_folder, args);
        step.Run.ExitCode.ShouldBeGreaterThan(1);
        step.Of("task.logissue").ShouldHaveSingleItem()["type"].ShouldBe("error");
    }

    private static string Issue(AzureLogCommand issue) =>
        $"{issue["type"]} {issue["sourcepath"]}:{issue["linenumber"]}:{issue["columnnumber"]} {issue["code"]}: {issue.Message}";

    private static string Issue(JsonElement finding)
    {
        var advice = finding.GetProperty("advice").GetString() is { } text ? " " + text : "";
        var message = Broken(finding.GetProperty("message").GetString() + advice);
        return $"{finding.GetProperty("severity").GetString()} {Broken(finding.GetProperty("file").GetString()!)}:{finding.GetProperty("line")}:{finding.GetProperty("column")} {finding.GetProperty("code").GetString()}: {message}";
    }

    private static string Broken(string text) => text.Replace("##", "# #", StringComparison.Ordinal);
}
