using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Tests.Reporting;

public sealed class ReportingToBuildServers
{
    private static readonly string[] s_pieces =
        ["::error::", "##vso[task.complete]", "]]>", "<x>", "&amp;", "\"", "\n", "\r", "\u001b[0m", "\0", "\uD800", "|", "`", "[a](b)", "%", ";", "]", ",", ":", "@a", "\u2028", "é", "日", "😀", "a"];

    [Fact]
    public void JUnit_has_a_suite_for_each_file_and_passes_clean_ones()
    {
        var document = XDocument.Parse(JUnitXml.Render(new FindingReport(
        [
            Diagnostic.Error("GOT1", "No.", place: new("b.yaml", 1, 2)), Diagnostic.Warning("GOT2", "Hm.", place: new("b.yaml", 3)), Diagnostic.Note("GOT3", "Somewhere."),
        ])
        { Files = ["a.yaml", "b.yaml"] }));
        document.Root!.Elements("testsuite").Select(suite => $"{suite.Attribute("name")!.Value} {suite.Attribute("tests")!.Value} {suite.Attribute("failures")!.Value}")
            .ShouldBe([". 1 0", "a.yaml 1 0", "b.yaml 2 1"]);
        document.Root.Attribute("tests")!.Value.ShouldBe("4");
        document.Descendants("failure").ShouldHaveSingleItem().Value.ShouldBe("b.yaml:1:2: error GOT1: No.");
    }

    [Fact]
    public void JUnit_fails_warnings_where_they_fail_the_task() =>
        XDocument.Parse(JUnitXml.Render(new FindingReport([Diagnostic.Warning("GOT2", "Hm.")]) { Strict = true })).Descendants("failure").Count().ShouldBe(1);

    [Fact]
    public void GitHub_gets_errors_first_and_the_tenth_counts_the_rest()
    {
        var warnings = Enumerable.Range(1, 10).Select(line => Diagnostic.Warning("GOT2", "W", place: new("w.yaml", line)));
        var errors = Enumerable.Range(1, 25).Select(line => Diagnostic.Error("GOT1", "E", place: new($"e{line % 2}.yaml", line)));
        var lines = GitHubAnnotations.Render([.. warnings, .. errors]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(20);
        lines[..10].ShouldAllBe(line => line.StartsWith("::error "));
        lines[9].ShouldBe("::error title=gitops::16 more errors in 2 files.%0AThe summary of the run and the log have them all.");
        lines[10..].ShouldAllBe(line => line.StartsWith("::warning file=w.yaml,line="));
    }

    [Fact]
    public void GitHub_gets_columns_of_ranges_on_one_line_and_the_name_of_the_rule() =>
        GitHubAnnotations.Render([Diagnostic.Error("GOT1", "E", place: new("a.yaml", 2, 3, 2, 7)) with { Rule = "truthy" }])
            .ShouldBe("::error file=a.yaml,line=2,col=3,endLine=2,endColumn=7,title=GOT1 truthy::E\n");

    [Fact]
    public void A_summary_keeps_texts_of_others_in_their_cells()
    {
        var summary = GitHubSummary.Render("lint", "1 file", [Diagnostic.Error("GOT1", "a|b\n| <img src=x> @team [x](y) `z`", place: new("a|\n.yaml", 1, 2))]);
        summary.Split('\n').Count(line => line.StartsWith("| error", StringComparison.Ordinal)).ShouldBe(1);
        var row = summary.Split('\n').Single(line => line.StartsWith("| error", StringComparison.Ordinal));
        row.Count(c => c == '|').ShouldBe(4);
        row[1..].ShouldNotContain('<');
        row.ShouldNotContain('@');
        row.ShouldNotContain('`');
    }

    [Fact]
    public void A_summary_says_how_many_it_leaves_out() =>
        GitHubSummary.Render("lint", "", [.. Enumerable.Range(0, 203).Select(_ => Diagnostic.Note("GOT1", "x"))]).ShouldContain("and 3 more");

    [Fact]
    public void Whatever_files_and_messages_hold_stays_in_its_place() => Prop.ForAll(
        Gen.ListOf(Gen.Elements(s_pieces)).Select(pieces => string.Concat(pieces)).ToArbitrary(),
        text =>
        {
            var finding = Diagnostic.Error("GOT1", "m" + text, "d" + text, new SourcePlace("f" + text, 1, 1, 1, 2)) with { Rule = "r" };
            var github = GitHubAnnotations.Render([finding]);
            var azure = AzureCommand.Issue(finding);
            var summary = GitHubSummary.Render("t", text, [finding]);
            return github.Count(c => c == '\n') == 1 && github.StartsWith("::error file=f", StringComparison.Ordinal) && !github.Contains('\r')
                && !azure.AsSpan().ContainsAny("\r\n") && azure.IndexOf(']') == azure.IndexOf(";code=GOT1]", StringComparison.Ordinal) + ";code=GOT1".Length
                && summary.Split('\n').Single(line => line.StartsWith("| error", StringComparison.Ordinal)).Count(c => c == '|') == 4
                && XDocument.Parse(JUnitXml.Render(new FindingReport([finding]))).Descendants("failure").Count() == 1;
        }).QuickCheckThrowOnFailure();
}
