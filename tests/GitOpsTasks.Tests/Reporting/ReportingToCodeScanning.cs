using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Tests.Reporting;

public sealed class ReportingToCodeScanning
{
    private static readonly ReportedRule s_rule = new("GOT1", "a-rule", "Something is wrong.", "https://example.org/docs/lint/a-rule.md", "yaml");

    [Fact]
    public async Task Is_valid_by_the_schema_of_the_standard()
    {
        (await SarifOracle.CheckAsync("""{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}""")).ShouldContain("'name'");
        (await SarifOracle.CheckAsync(Render(
            Error("apps/a b.yaml", 3, 5, 3, 9), Error("é#?%.yaml", 1, 1, 4, 1), Diagnostic.Note("GOT2", "No file."), Diagnostic.Warning("GOT1", "\n\0\u001b]", place: new("x\ny:z\u0001.yaml"))))).ShouldBeEmpty();
        (await SarifOracle.CheckAsync(SarifLog.Render(new FindingReport([])))).ShouldBeEmpty();
    }

    [Fact]
    public void Names_rules_with_their_pages_and_results_by_their_index()
    {
        using var log = JsonDocument.Parse(Render(Diagnostic.Note("GOT9", "First."), Error("a.yaml", 1, 1, 1, 2)));
        var run = log.RootElement.GetProperty("runs")[0];
        var driver = run.GetProperty("tool").GetProperty("driver");
        driver.GetProperty("rules")[0].GetProperty("helpUri").GetString().ShouldBe(s_rule.HelpUri);
        run.GetProperty("columnKind").GetString().ShouldBe("unicodeCodePoints");
        run.GetProperty("automationDetails").GetProperty("id").GetString().ShouldBe("gitops-lint/apps/");
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            driver.GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()
                .ShouldBe(result.GetProperty("ruleId").GetString());
        }
    }

    [Fact]
    public void Keeps_a_place_on_one_line_and_escapes_its_file()
    {
        using var log = JsonDocument.Parse(Render(Error("a b/é#.yaml", 3, 5, 7, 1)));
        var place = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("a%20b/%C3%A9%23.yaml");
        place.GetProperty("region").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldBe("""{"startLine":3,"startColumn":5}""");
    }

    [Fact]
    public void Recognises_a_finding_when_lines_are_added_above_it()
    {
        var (first, moved) = (Error("a.yaml", 3, 5, 3, 6) with { SourceLine = "  x: 1" }, Error("a.yaml", 9, 3, 9, 4) with { SourceLine = "x: 1 " });
        FingerprintsOf(Render(first)).ShouldBe(FingerprintsOf(Render(moved)));
        FingerprintsOf(Render(first, moved)).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Keeps_the_most_serious_within_the_limits()
    {
        var findings = Enumerable.Range(1, SarifLog.MostResults + 10).Select(line => Diagnostic.Warning("GOT1", "W", place: new("a.yaml", line, 1, line, 2)))
            .Append(Error("z.yaml", 1, 1, 1, 2)).ToArray();
        var log = Render(findings);
        using var json = JsonDocument.Parse(log);
        var results = json.RootElement.GetProperty("runs")[0].GetProperty("results");
        results.GetArrayLength().ShouldBe(SarifLog.MostResults);
        results[0].GetProperty("level").GetString().ShouldBe("error");
        log.ShouldContain("11 results of the least severity were left out");
        (await SarifOracle.CheckAsync(log)).ShouldBeEmpty();
    }

    private static List<string?> FingerprintsOf(string log)
    {
        using var json = JsonDocument.Parse(log);
        return [.. json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString())];
    }

    private static Diagnostic Error(string file, int line, int column, int endLine, int endColumn) =>
        Diagnostic.Error("GOT1", "It is wrong.", "Mend it.", new SourcePlace(file, line, column, endLine, endColumn));

    private static string Render(params Diagnostic[] findings) => SarifLog.Render(new FindingReport(findings)
    {
        RuleOf = code => s_rule with { Code = code },
        Part = "apps",
        Version = "1.0",
        ToolUri = "https://example.org",
    });
}
