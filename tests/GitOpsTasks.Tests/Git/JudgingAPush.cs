using System.Text;
using GitOpsTasks.Git;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Git;

public sealed class JudgingAPush
{
    [Theory]
    [InlineData("[rejected] (stale info)")]
    [InlineData("[rejected] (fetch first)")]
    [InlineData("[rejected] (non-fast-forward)")]
    [InlineData("[rejected] (worded anew)")]
    public void Knows_a_push_that_was_not_sent(string summary)
    {
        var report = Report(summary);
        (report.WasNotSent, report.IsAnswered, report.Reason).ShouldBe((true, true, null));
    }

    [Theory]
    [InlineData("[remote rejected] (cannot lock ref 'refs/heads/main': is at 1 but expected 2)")]
    [InlineData("[remote rejected] (incorrect old value provided)")]
    [InlineData("[remote rejected] (failed to update ref)")]
    [InlineData("[remote rejected] (reference already exists)")]
    [InlineData("[remote rejected] (Internal Server Error)")]
    public void Knows_a_reason_that_passes(string summary) => Report(summary).Passes.ShouldBeTrue();

    [Theory]
    [InlineData("[remote rejected] (pre-receive hook declined)", "pre-receive hook declined")]
    [InlineData("[remote rejected] (protected branch hook declined)", "protected branch hook declined")]
    [InlineData("[remote rejected] (worded anew)", "worded anew")]
    public void Takes_any_other_reason_for_final(string summary, string reason)
    {
        var report = Report(summary);
        (report.Reason, report.Passes, report.IsAnswered, report.WasNotSent).ShouldBe((reason, false, true, false));
    }

    [Theory]
    [InlineData("[remote failure] (remote failed to report status)")]
    [InlineData(null)]
    public void Knows_that_there_was_no_answer(string? summary) => Report(summary).IsAnswered.ShouldBeFalse();

    [Theory]
    [InlineData("fatal: unable to access 'https://x/': The requested URL returned error: 503")]
    [InlineData("fatal: unable to access 'https://x/': The requested URL returned error: 429")]
    [InlineData("error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502")]
    [InlineData("error: RPC failed; curl 56 Recv failure: Connection reset by peer\nfatal: expected 'packfile'")]
    [InlineData("error: RPC failed; curl 28 Operation too slow. Less than 1 bytes/sec transferred the last 30 seconds")]
    [InlineData("fatal: the remote end hung up unexpectedly")]
    [InlineData("fatal: unable to access 'http://x/': Failed to connect to 127.0.0.1 port 1 after 0 ms: Couldn't connect to server")]
    [InlineData("ssh: connect to host x port 22: Connection timed out")]
    [InlineData("worded anew")]
    public void Tries_again_what_passes(string error) => GitFailure.IsTransient(new ProcessResult(128, default, error)).ShouldBeTrue();

    [Theory]
    [InlineData("fatal: unable to access 'https://x/': The requested URL returned error: 403")]
    [InlineData("fatal: Authentication failed for 'https://x/'")]
    [InlineData("fatal: could not read Username for 'https://x': terminal prompts disabled")]
    [InlineData("git@x: Permission denied (publickey).")]
    [InlineData("fatal: repository 'https://x/' not found")]
    [InlineData("fatal: unable to access 'https://x/': The requested URL returned error: 400")]
    [InlineData("fatal: unable to access 'https://x/': SSL certificate problem: self-signed certificate")]
    [InlineData("fatal: couldn't find remote ref refs/heads/x")]
    [InlineData("fatal: write error: No space left on device")]
    [InlineData("fatal: transport 'ext' not allowed")]
    public void Does_not_try_again_what_lasts(string error) => GitFailure.IsTransient(new ProcessResult(128, default, error)).ShouldBeFalse();

    [Fact]
    public void Does_not_try_again_what_went_well() => GitFailure.IsTransient(new ProcessResult(0, default, "warning: slow")).ShouldBeFalse();

    private static PushReport Report(string? summary)
    {
        var text = summary is null ? "" : $"To https://example.com/x\n!\t1234:refs/heads/main\t{summary}\nDone\n";
        return PushReport.Of(new ProcessResult(1, Encoding.UTF8.GetBytes(text), "error: failed to push some refs to 'x'"));
    }
}
