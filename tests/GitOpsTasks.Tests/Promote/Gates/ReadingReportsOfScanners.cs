using GitOpsTasks.Contracts;
using GitOpsTasks.Promote.Gates;

namespace GitOpsTasks.Tests.Promote.Gates;

public sealed class ReadingReportsOfScanners : GatedPromotion
{
    [Theory]
    [InlineData("9.8", "critical", GateState.Failed)]
    [InlineData("8.9", "critical", GateState.Passed)]
    [InlineData("7.0", "high", GateState.Failed)]
    [InlineData("6.9", "high", GateState.Passed)]
    [InlineData("0.0", "low", GateState.Failed)]
    public async Task Goes_by_the_score_of_a_rule_and_where_it_has_none_by_its_level(string score, string level, GateState expected)
    {
        Report(Rule("CVE-2026-1", score, "warning"), """{ "ruleId": "CVE-2026-1", "ruleIndex": 0, "level": "warning" }""");
        Configure($"{{ scans: [{{ file: web.sarif, level: {level} }}] }}");
        (await GateAsync()).State.ShouldBe(expected);
    }

    [Theory]
    [InlineData("error", GateState.Failed)]
    [InlineData("warning", GateState.Passed)]
    [InlineData("none", GateState.Passed)]
    public async Task Takes_an_error_for_high(string level, GateState expected)
    {
        Report("", $$"""{ "ruleId": "CVE-2026-1", "level": "{{level}}" }""");
        Configure("{ scans: [{ file: web.sarif }] }");
        (await GateAsync()).State.ShouldBe(expected);
    }

    [Fact]
    public async Task Finds_the_level_of_a_rule_where_a_finding_has_none()
    {
        Report(Rule("CVE-2026-1", null, "error"), """{ "ruleId": "CVE-2026-1" }""");
        Configure("{ scans: [{ file: web.sarif }] }");
        await ShouldBeAsync(GateState.Failed, "'web.sarif' has 1 of high severity or more: CVE-2026-1");
    }

    [Theory]
    [InlineData("""{ "ruleId": "CVE-1", "level": "error", "suppressions": [ { "kind": "external", "status": "accepted" } ] }""", GateState.Passed)]
    [InlineData("""{ "ruleId": "CVE-1", "level": "error", "suppressions": [ { "kind": "external", "status": "rejected" } ] }""", GateState.Failed)]
    [InlineData("""{ "ruleId": "CVE-1", "level": "error", "kind": "pass" }""", GateState.Passed)]
    [InlineData("""{ "ruleId": "CVE-1", "level": "error", "baselineState": "absent" }""", GateState.Passed)]
    [InlineData("""{ "ruleId": "CVE-1", "level": "error", "baselineState": "unchanged" }""", GateState.Failed)]
    public async Task Leaves_out_what_does_not_count(string result, GateState expected)
    {
        Report("", result);
        Configure("{ scans: [{ file: web.sarif }] }");
        (await GateAsync()).State.ShouldBe(expected);
    }

    [Fact]
    public async Task Names_the_worst_and_tells_how_many_there_are()
    {
        Report(
            string.Join(',', Rule("A", "7.5", "error"), Rule("B", "9.9", "error"), Rule("C", "7.1", "error"), Rule("D", "7.2", "error")),
            """{ "ruleId": "A" }, { "ruleId": "A" }, { "ruleId": "C" }, { "ruleId": "B" }, { "ruleId": "D" }""");
        Configure("{ scans: [{ file: web.sarif }] }");
        await ShouldBeAsync(GateState.Failed, "'web.sarif' has 5 of high severity or more: B, A, C, ...");
    }

    [Theory]
    [InlineData("docker.io/acme/web:1.5.0", GateState.Failed)]
    [InlineData("web:1.4.0", GateState.Failed)]
    [InlineData("web:1.5.0", GateState.Passed)]
    public async Task Refuses_a_report_that_tells_it_is_of_another_image(string image, GateState expected)
    {
        Report("", "", $$""", "properties": { "imageName": "{{image}}" }""");
        Configure("{ scans: [{ file: web.sarif }] }");
        (await GateAsync()).State.ShouldBe(expected);
    }

    [Fact]
    public async Task Finds_the_report_of_each_image()
    {
        Configure("""{ scans: [{ file: "reports/{app}-{image}-{tag}.sarif" }] }""");
        await ShouldBeAsync(GateState.Failed, "there is no report 'reports/web-web-1.5.0.sarif'");
        Report("", "", file: "reports/web-web-1.5.0.sarif");
        await ShouldBeAsync(GateState.Passed, "nothing of high severity or more");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{ "version": "2.1.0" }""")]
    [InlineData("""{ "Results": [] }""")]
    public async Task Fails_where_a_file_is_no_report(string content)
    {
        Place.Write("web.sarif", content);
        Configure("{ scans: [{ file: web.sarif }] }");
        var outcome = await RunAsync();
        (outcome.ExitCode, outcome.Diagnostics[^1].Code).ShouldBe((ExitCode.Findings, GateCodes.ScanUnreadable));
    }

    private static string Rule(string id, string? score, string level) =>
        $$"""{ "id": "{{id}}", "defaultConfiguration": { "level": "{{level}}" }{{(score is null ? "" : $", \"properties\": {{ \"security-severity\": \"{score}\" }}")}} }""";

    // As Trivy and Grype write it.
    private void Report(string rules, string results, string more = "", string file = "web.sarif") => Place.Write(
        file, $$"""{ "version": "2.1.0", "runs": [ { "tool": { "driver": { "name": "scanner", "rules": [ {{rules}} ] } }, "results": [ {{results}} ]{{more}} } ] }""");
}
