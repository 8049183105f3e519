using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Lint;

public sealed class PrintingFindings : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gitops-lint-");

    public PrintingFindings() => File.WriteAllText(Path.Join(_folder.FullName, "a.yaml"), "a: 1\na: 2\n");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Writes_annotations_for_github() =>
        (await FormattedAsync("github")).ShouldStartWith("::error file=a.yaml,line=2,col=1,");

    [Fact]
    public async Task Writes_issues_for_azure() =>
        (await FormattedAsync("azure")).ShouldStartWith("##vso[task.logissue type=error;sourcepath=a.yaml;");

    [Fact]
    public async Task Writes_an_array_of_json()
    {
        using var json = JsonDocument.Parse((await FormattedAsync("json"))!);
        json.RootElement[0].GetProperty("code").GetString().ShouldBe(LintCodes.DuplicateKey);
    }

    [Fact]
    public async Task Writes_a_line_for_each_as_yamllint_does() =>
        (await FormattedAsync("parsable")).ShouldBe("a.yaml:2:1: [error] duplication of key \"a\" in mapping (key-duplicates)\n");

    [Fact]
    public async Task Writes_files_with_their_findings_as_yamllint_does() =>
        (await FormattedAsync("standard")).ShouldBe("a.yaml\n  2:1       error    duplication of key \"a\" in mapping  (key-duplicates)\n\n");

    [Fact]
    public async Task Leaves_text_to_the_host() => (await FormattedAsync("text")).ShouldBeNull();

    [Fact]
    public async Task Names_the_formats_there_are()
    {
        var outcome = await RunAsync("xml");
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics[0].Advice.ShouldBe("Write one of text, standard, parsable, github, azure, sarif, junit, json.");
    }

    private async Task<string?> FormattedAsync(string format)
    {
        var outcome = await RunAsync(format);
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        return outcome.FormattedDiagnostics;
    }

    private Task<TaskOutcome> RunAsync(string format)
    {
        var context = new EngineContext { Directory = _folder.FullName, ScratchRoot = _folder.FullName, Environment = EnvironmentSnapshot.Empty };
        return LintTask.Declaration.RunAsync(new InputValues().Add("format", format), context, TestContext.Current.CancellationToken);
    }
}
