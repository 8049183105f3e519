using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Tests.Reporting;

public sealed class ShowingWhereAFindingIs
{
    [Theory]
    [InlineData("a: yes", 4, 7, "a: yes", "   ^^^")]
    [InlineData("a: yes", 4, 4, "a: yes", "   ^")]
    [InlineData("\ta:\tyes", 5, 8, "    a:  yes", "        ^^^")]
    [InlineData("日本: はい", 5, 7, "日本: はい", "      ^^^^")]
    [InlineData("e\u0301e\u0301: no", 7, 9, "e\u0301e\u0301: no", "    ^^")]
    [InlineData("😀: {a: 1}", 5, 6, "😀: {a: 1}", "     ^")]
    [InlineData("a", 2, 3, "a", " ^")]
    [InlineData("a: \u001b[31mred", 4, 5, "a: �[31mred", "   ^")]
    public void Marks_its_columns_below_the_line(string line, int column, int endColumn, string text, string mark) =>
        Lines(line, column, endColumn).ShouldBe(["f:1:" + column + ": error GOT1: No.", "    " + text, "    " + mark]);

    [Fact]
    public void Cuts_long_lines_around_the_place()
    {
        var lines = Lines(new string('a', 500) + "X" + new string('b', 500), 501, 502);
        lines[1].ShouldBe("    …" + new string('a', 40) + "X" + new string('b', 78) + "…");
        lines[2].ShouldBe("    " + new string(' ', 41) + "^");
        Lines("X" + new string('b', 500), 1, 2)[1].ShouldBe("    X" + new string('b', 119) + "…");
    }

    [Fact]
    public void Says_nothing_of_lines_that_are_not_known() =>
        DiagnosticText.Render(Diagnostic.Error("GOT1", "No.", "Do.", new SourcePlace("f", 1, 2))).ShouldBe("f:1:2: error GOT1: No.\n    Do.");

    [Fact]
    public void Colours_severity_and_mark_and_shows_escapes_of_others()
    {
        var finding = Diagnostic.Warning("GOT1", "No\u001b[0m.", "Do.", new SourcePlace("f\u001b.yaml", 1, 4, 1, 7)) with { SourceLine = "a: yes" };
        DiagnosticText.Render(finding, colors: true).ShouldBe(
            "\u001b[1mf␛.yaml:1:4\u001b[0m: \u001b[1;33mwarning GOT1\u001b[0m: No␛[0m.\n    a: yes\n       \u001b[1;33m^^^\u001b[0m\n    Do.");
    }

    private static string[] Lines(string line, int column, int endColumn) =>
        DiagnosticText.Render(Diagnostic.Error("GOT1", "No.", place: new SourcePlace("f", 1, column, 1, endColumn)) with { SourceLine = line }).Split('\n');
}
