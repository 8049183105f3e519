using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Tests.Reporting;

public sealed class WritingDiagnostics
{
    private static readonly Diagnostic Finding = Diagnostic.Warning(
        "GOT2101", "Key 'a' is there twice.", "Remove one.", new SourcePlace("apps/web.yaml", 3, 5, 4, 1));

    [Fact]
    public void As_text_gives_place_severity_code_message_and_indented_advice() =>
        Write(DiagnosticFormat.Text, Finding).ShouldBe(
            "apps/web.yaml:3:5: warning GOT2101: Key 'a' is there twice.\n    Remove one.\n");

    [Fact]
    public void As_text_keeps_what_is_not_known_out() =>
        Write(DiagnosticFormat.Text, Diagnostic.Note("GOT1", "Hi"), Diagnostic.Error("GOT2", "No", place: new("f", 7)))
            .ShouldBe("note GOT1: Hi\nf:7: error GOT2: No\n");

    [Fact]
    public void For_GitHub_gives_a_command_whose_range_ends_on_its_last_line() =>
        Write(DiagnosticFormat.Github, Finding).ShouldBe(
            "::warning file=apps/web.yaml,line=3,col=5,endLine=3,title=GOT2101::Key 'a' is there twice.%0ARemove one.\n");

    [Fact]
    public void For_GitHub_escapes_properties_and_data() =>
        Write(DiagnosticFormat.Github, Diagnostic.Error("GOT1", "50%\r\n::error::x, y:z", place: new("a,b:c%\n.yaml"))).ShouldBe(
            "::error file=a%2Cb%3Ac%25%0A.yaml,title=GOT1::50%25%0D%0A::error::x, y:z\n");

    [Fact]
    public void For_GitHub_cuts_messages_where_the_runner_would()
    {
        var data = Write(DiagnosticFormat.Github, Diagnostic.Note("GOT1", new string('x', 5000))).Split("::")[2].TrimEnd();
        data.Length.ShouldBe(4096);
        data.ShouldEndWith("…");
    }

    [Fact]
    public void For_Azure_gives_an_issue_with_everything_escaped() =>
        Write(DiagnosticFormat.Azure, Diagnostic.Error("GOT1", "50%\nx]y", "Do;it.", new SourcePlace("a;b].yaml", 3, 5))).ShouldBe(
            "##vso[task.logissue type=error;sourcepath=a%3Bb%5D.yaml;linenumber=3;columnnumber=5;code=GOT1]50%AZP25%0Ax]y Do;it.\n");

    [Fact]
    public void For_Azure_gives_notes_as_plain_lines() =>
        Write(DiagnosticFormat.Azure, Diagnostic.Note("GOT1", "a ##vso[task.complete]b"))
            .ShouldBe("note GOT1: a # #vso[task.complete]b\n");

    [Fact]
    public void As_JSON_gives_an_array_that_reads_back()
    {
        var text = Write(DiagnosticFormat.Json, Finding, Diagnostic.Error("GOT1", "##vso[task.complete] \"ü\""));
        text.ShouldNotContain("#");
        using var document = JsonDocument.Parse(text);
        var (first, second) = (document.RootElement[0], document.RootElement[1]);
        first.GetProperty("file").GetString().ShouldBe("apps/web.yaml");
        first.GetProperty("endLine").GetInt32().ShouldBe(4);
        second.GetProperty("message").GetString().ShouldBe("##vso[task.complete] \"ü\"");
        second.GetProperty("line").ValueKind.ShouldBe(JsonValueKind.Null);
        second.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["code", "severity", "message", "advice", "file", "line", "column", "endLine", "endColumn", "rule"]);
    }

    private static string Write(DiagnosticFormat format, params Diagnostic[] diagnostics)
    {
        using var output = new StringWriter();
        DiagnosticWriters.For(format, CiSystem.None)(diagnostics, output);
        return output.ToString();
    }
}
