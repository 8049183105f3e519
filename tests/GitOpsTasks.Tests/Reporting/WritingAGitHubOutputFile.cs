using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Tests.Reporting;

public sealed class WritingAGitHubOutputFile
{
    [Fact]
    public void Gives_each_output_a_heredoc() =>
        Render("D", ("tag", "v1"), ("lines", "a=b\nü\n"), ("empty", "")).ShouldBe(
            "tag<<D\nv1\nD\nlines<<D\na=b\nü\n\nD\nempty<<D\n\nD\n");

    [Theory]
    [InlineData("a=b", "x")]
    [InlineData("a<<b", "x")]
    [InlineData("a\nb", "x")]
    [InlineData("a\rb", "x")]
    [InlineData("", "x")]
    [InlineData("aDELIMITERb", "x")]
    [InlineData("a", "x\nDELIMITER\nforged=1")]
    [InlineData("a", "xDELIMITER")]
    public void Refuses_what_could_set_another_output(string name, string value) =>
        Should.Throw<TaskFailedException>(() => Render("DELIMITER", (name, value)))
            .Diagnostics[0].Code.ShouldBe(ReportingCodes.OutputRefused);

    private static string Render(string delimiter, params (string Name, string Value)[] outputs) =>
        Encoding.UTF8.GetString(
            GitHubOutputFile.Render(outputs.Select(output => KeyValuePair.Create(output.Name, output.Value)), delimiter));
}
