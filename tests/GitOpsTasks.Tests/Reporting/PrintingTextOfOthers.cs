using GitOpsTasks.Reporting;

namespace GitOpsTasks.Tests.Reporting;

public sealed class PrintingTextOfOthers
{
    [Theory]
    [InlineData("::set-output name=a::b", ": :set-output name=a::b")]
    [InlineData("x\n \t::add-mask::b\n", "x\n \t: :add-mask::b\n")]
    [InlineData("x\r::stop-commands::b", "x\r: :stop-commands::b")]
    [InlineData("\u200b::error::b", "\u200b: :error::b")]
    [InlineData(":\u00ad:error::b", ": :error::b")]
    [InlineData("\u00a0\u2028::error::b", "\u00a0\u2028: :error::b")]
    [InlineData("a ##[set-output name=a]b", "a # #[set-output name=a]b")]
    [InlineData("#\u200b#\u00ad[error]b", "# #\u00ad[error]b")]
    [InlineData(":::::", ": ::::")]
    public void Breaks_what_a_GitHub_runner_would_execute(string text, string expected) =>
        LogText.Neutralise(text, CiSystem.GitHub).ShouldBe(expected);

    [Theory]
    [InlineData("a ##vso[task.setvariable variable=a]b", "a # #vso[task.setvariable variable=a]b")]
    [InlineData("##VSO[task.complete]##[error]", "# #VSO[task.complete]# #[error]")]
    [InlineData("###vso[task.complete]", "## #vso[task.complete]")]
    [InlineData("##v\u00adso[task.complete]", "# #v\u00adso[task.complete]")]
    [InlineData("#\u0301#\u0301vso\u200d[task.complete]", "# #\u0301vso\u200d[task.complete]")]
    public void Breaks_what_an_Azure_agent_would_execute(string text, string expected) =>
        LogText.Neutralise(text, CiSystem.Azure).ShouldBe(expected);

    [Theory]
    [InlineData("a::b std::vector\nkey: value # comment\n## Title\n#[x] ## vso[y]\r\n")]
    [InlineData("")]
    public void Leaves_other_text_as_it_is(string text)
    {
        LogText.Neutralise(text, CiSystem.GitHub).ShouldBe(text);
        LogText.Neutralise(text, CiSystem.Azure).ShouldBe(text);
    }

    [Fact]
    public void Leaves_all_text_as_it_is_where_nobody_executes_it() =>
        LogText.Neutralise("::error::a ##vso[b]", CiSystem.Generic).ShouldBe("::error::a ##vso[b]");

    [Theory]
    [InlineData("##vso[task.complete result=Failed]x")]
    [InlineData("::error::x\r\n::warning::y")]
    [InlineData("###########[[[[::::")]
    public void Is_done_after_one_pass(string text)
    {
        foreach (var system in new[] { CiSystem.GitHub, CiSystem.Azure })
        {
            var once = LogText.Neutralise(text, system);
            LogText.Neutralise(once, system).ShouldBe(once);
        }
    }

    [Fact]
    public void Shows_escape_characters_instead_of_sending_them() =>
        LogText.WithoutEscapes("a\x1b[2Jb\u009b1mc").ShouldBe("a␛[2Jb␛1mc");
}
