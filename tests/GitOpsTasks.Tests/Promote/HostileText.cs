using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Texts that mean something to shells, CI systems, Markdown, HTML and git, and what must not become of them.</summary>
internal static class HostileText
{
    /// <summary>A line of each kind at once.</summary>
    public const string Line = "$(touch canary) `touch canary` ##vso[task.setvariable variable=a]b ::set-output name=a::b <img src=x onerror=alert(1)> [link](http:evil) @team ${{ github.token }} |x|";

    /// <summary>A commit message that is all of it: its subject, its text and its trailers.</summary>
    public const string Message = $"::error::{Line}\n\n::set-output name=a::b\n##vso[task.complete result=Failed]x\n##[error]x\n{Line}\n\nSource-Commit: {Line}\nRun-Url: javascript:alert(1)\n";

    private static readonly string[] s_marks = ["<img", "[link]", "@team", "##vso", "##[", "::", "$(", "<b>", "${{", "javascript:"];

    /// <summary>Commits a file of any path, by somebody of any name.</summary>
    public static async Task<string> CommitAsync(
        BareRepository repository, string branch, string path, string content, string message = "x", string author = "T <t@example.com>")
    {
        var blob = (await repository.TryGitAsync(["hash-object", "-w", "--stdin"], Encoding.UTF8.GetBytes(content))).Text;
        var quoted = "\"" + path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"";
        var script = $"commit refs/heads/{branch}\nauthor {author} 1800000000 +0000\ncommitter {author} 1800000000 +0000\ndata {Encoding.UTF8.GetByteCount(message)}\n{message}\nfrom refs/heads/{branch}^0\nM 100644 {blob} {quoted}\n";
        (await repository.TryGitAsync(["fast-import", "--quiet"], Encoding.UTF8.GetBytes(script))).Succeeded.ShouldBeTrue();
        return (await repository.TipAsync(branch))!;
    }

    /// <summary>Neither a GitHub runner nor an Azure agent finds a command in what a host prints, but those of the host itself.</summary>
    public static void ShouldBeInertInLogs(TaskOutcome outcome)
    {
        var text = outcome.UntypedResult is null ? "" : outcome.RenderText() ?? "";
        foreach (var system in (CiSystem[])[CiSystem.GitHub, CiSystem.Azure])
        {
            foreach (var line in LogText.Neutralise(text, system).Split('\n', '\r'))
            {
                line.ShouldNotContain("##vso[", Case.Insensitive);
                line.ShouldNotContain("##[");
                line.TrimStart().ShouldNotStartWith("::");
            }

            var written = new StringWriter();
            DiagnosticWriters.For(DiagnosticWriters.AnnotationsOf(system)!.Value, system)(outcome.Diagnostics, written);
            var lines = written.ToString().Split('\n', '\r').Where(line => line.Length > 0).ToList();
            lines.Count.ShouldBe(outcome.Diagnostics.Count, written.ToString());
            foreach (var line in lines)
            {
                var (own, rest) = system == CiSystem.GitHub ? ("::", line[2..]) : ("##vso[task.logissue type=", line.Replace("##vso[task.logissue type=", "", StringComparison.Ordinal));
                if (system == CiSystem.GitHub)
                    line.ShouldStartWith(own);
                rest.ShouldNotContain("##vso[", Case.Insensitive);
                rest.ShouldNotContain("##[");
            }
        }
    }

    /// <summary>Each promotion has one line in each output that lists them.</summary>
    public static void ShouldBeInertInOutputs(TaskOutcome outcome, int promotions)
    {
        foreach (var (output, value) in outcome.Outputs.Where(output => output.Key.Name is "states" or "branches"))
        {
            value.Split('\n').Length.ShouldBe(promotions, output.Name);
            value.ShouldNotContain("##vso[");
            value.ShouldNotContain("::");
            value.ShouldNotContain("\r");
        }
    }

    /// <summary>All of it is code in Markdown: nothing outside of backquotes, and the lines keep what they are.</summary>
    public static void ShouldBeInertInMarkdown(string body)
    {
        var visible = body.LastIndexOf(PromotionMarker.Start, StringComparison.Ordinal) is var comment and >= 0 ? body[..comment] : body;
        foreach (var line in visible.Split('\n'))
        {
            (line.Count(c => c == '`') % 2).ShouldBe(0, line);
            var outside = string.Concat(line.Split('`').Where((_, index) => index % 2 == 0));
            foreach (var mark in s_marks)
                outside.ShouldNotContain(mark);
        }
    }

    /// <summary>The subject and the trailers of a commit are the program's own.</summary>
    public static async Task ShouldBeInertInMessageAsync(BareRepository repository, string commit)
    {
        var message = await repository.GitAsync("show", "-s", "--format=%B", commit);
        message.ShouldNotContain("##vso[");
        message.ShouldNotContain("::");
        message.ShouldNotContain("[skip ci]");
        var trailers = await repository.TryGitAsync(["interpret-trailers", "--parse"], Encoding.UTF8.GetBytes(message + "\n"));
        trailers.Text.ShouldBe("Gitops-Task: promote");
    }
}
