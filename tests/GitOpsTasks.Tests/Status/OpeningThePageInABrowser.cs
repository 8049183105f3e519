using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;
using GitOpsTasks.Status;
using GitOpsTasks.Status.Rendering;

namespace GitOpsTasks.Tests.Status;

/// <summary>A real browser reads the page, runs its script under its policy and prints what became of the document.</summary>
public sealed class OpeningThePageInABrowser : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gitops-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Runs_its_own_script_and_loads_nothing()
    {
        var (document, log) = await OpenAsync(StatusPage.Render(SampleStatus.Of("staging")));
        document.ShouldContain("<th scope=\"col\"><button type=\"button\">Application</button></th>");
        document.ShouldContain("<p class=\"filter\"><label");
        log.Split('\n').ShouldNotContain(line => line.Contains("CONSOLE", StringComparison.Ordinal), log);
    }

    [Fact]
    public async Task Shows_texts_of_others_as_texts()
    {
        var (document, log) = await OpenAsync(StatusPage.Render(SampleStatus.Of(SampleStatus.Hostile)));
        Regex.Count(document, "<script").ShouldBe(1);
        Regex.Count(document, "</style>").ShouldBe(1);
        document.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        log.Split('\n').ShouldNotContain(line => line.Contains("CONSOLE", StringComparison.Ordinal), log);
    }

    [Fact]
    public async Task Runs_no_script_that_is_put_into_it()
    {
        var page = StatusPage.Render(SampleStatus.Of("staging")).Replace("</main>", "</main><script>document.title = 'taken'</script>", StringComparison.Ordinal);
        var (document, log) = await OpenAsync(page);
        document.ShouldContain("<title>What runs where: staging</title>");
        log.ShouldContain("Content Security Policy");
    }

    [Fact]
    public async Task Sorts_and_filters()
    {
        var status = SampleStatus.Of("staging");
        var page = StatusPage.Render(status with { Apps = [Named("web2"), Named("web10"), Named("api")] });
        var (document, log) = await OpenAsync(WithPerson(page, """
            const first = document.querySelector("thead button");
            first.click();
            const box = document.getElementById("filter");
            box.value = "WEB";
            box.dispatchEvent(new Event("input"));
            """));
        log.Split('\n').ShouldNotContain(line => line.Contains("CONSOLE", StringComparison.Ordinal), log);
        var rows = Regex.Matches(document, "<tr(?<hidden> hidden=\"\")?><th scope=\"row\">(?<name>api|web\\d+)</th>");
        rows.Select(row => row.Groups["name"].Value + (row.Groups["hidden"].Success ? " hidden" : "")).ShouldBe(["api hidden", "web2", "web10"]);
        document.ShouldContain(">2 rows</span>");

        AppStatus Named(string name) => status.Apps[0] with { Name = name };
    }

    // What a person would do, let in by its hash as the page lets in its own script.
    private static string WithPerson(string page, string script)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        return page
            .Replace("script-src ", $"script-src 'sha256-{hash}' ", StringComparison.Ordinal)
            .Replace("</body>", $"<script>{script}</script></body>", StringComparison.Ordinal);
    }

    private async Task<(string Document, string Log)> OpenAsync(string page)
    {
        var file = Path.Combine(_folder, "status.html");
        await File.WriteAllTextAsync(file, page, TestContext.Current.CancellationToken);
        var run = await SystemProcessRunner.RunAsync(
            new ProcessCommand(
                RequiredPart.Find("chromium-headless-shell"),
                [
                    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--enable-logging=stderr",
                    $"--user-data-dir={Path.Combine(_folder, "profile")}", "--virtual-time-budget=2000", "--dump-dom", $"file://{file}",
                ])
            {
                WorkingDirectory = _folder,
                Environment = new EnvironmentSnapshot(new Dictionary<string, string> { ["HOME"] = _folder }),
            },
            TestContext.Current.CancellationToken);
        run.ExitCode.ShouldBe(0, run.Error);
        return (run.Text, run.Error);
    }
}
