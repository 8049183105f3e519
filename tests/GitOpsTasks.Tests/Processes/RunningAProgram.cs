using System.Diagnostics;
using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Processes;

public sealed class RunningAProgram : IDisposable
{
    private readonly Workplace _place = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    private ProcessCommand Command(string program, params string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = _place.Folder,
        Environment = _place.Context().Environment,
    };

    private Task<ProcessResult> ShellAsync(string script) => SystemProcessRunner.RunAsync(Command("sh", "-c", script), Token);

    [Fact]
    public async Task Gives_exit_code_and_both_outputs()
    {
        var result = await ShellAsync("echo out; echo err >&2; exit 7");
        (result.ExitCode, result.Text, result.Error, result.Succeeded).ShouldBe((7, "out", "err\n", false));
    }

    [Fact]
    public async Task Takes_more_than_a_pipe_holds_on_both_pipes()
    {
        var result = await ShellAsync("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero | tr '\\0' x >&2; head -c 3000000 /dev/zero");
        (result.Output.Length, result.Error.Length).ShouldBe((6_000_000, 3_000_000));
    }

    [Fact]
    public async Task Gives_more_input_than_a_pipe_holds()
    {
        var input = new byte[5_000_000];
        Random.Shared.NextBytes(input);
        var result = await SystemProcessRunner.RunAsync(Command("cat") with { StandardInput = input }, Token);
        result.Output.Span.SequenceEqual(input).ShouldBeTrue();
    }

    [Fact]
    public async Task Does_not_mind_a_program_that_reads_no_input()
    {
        var result = await SystemProcessRunner.RunAsync(Command("sh", "-c", "exit 3") with { StandardInput = new byte[5_000_000] }, Token);
        result.ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task Gives_arguments_as_they_are()
    {
        string[] hostile = ["$(touch canary)", "`touch canary`", "a b", "", "'\"\\", ";", "é\n--", "*"];
        var result = await SystemProcessRunner.RunAsync(Command("printf", ["%s\\0", .. hostile]), Token);
        Encoding.UTF8.GetString(result.Output.Span).Split('\0')[..^1].ShouldBe(hostile);
        Directory.EnumerateFileSystemEntries(_place.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Inherits_nothing_of_the_hosts_environment()
    {
        var path = Environment.GetEnvironmentVariable("PATH")!;
        var environment = new EnvironmentSnapshot(new Dictionary<string, string> { ["PATH"] = path, ["A"] = "b c" });
        var result = await SystemProcessRunner.RunAsync(Command("env") with { Environment = environment }, Token);
        result.Text.Split('\n').Order(StringComparer.Ordinal).ShouldBe(["A=b c", $"PATH={path}"]);
    }

    [Fact]
    public async Task Finds_programs_on_the_path_it_is_given()
    {
        _place.WriteScript("bin/tool", "echo mine");
        var environment = _place.Context(("PATH", $"relative:{_place.PathOf("bin")}:/usr/bin:/bin")).Environment;
        (await SystemProcessRunner.RunAsync(Command("tool") with { Environment = environment }, Token)).Text.ShouldBe("mine");
    }

    [Fact]
    public async Task Runs_nothing_that_lies_beside_the_host_or_in_the_current_directory()
    {
        var name = $"planted-{Guid.NewGuid():N}";
        var planted = Path.Combine(AppContext.BaseDirectory, name);
        File.Copy("/bin/true", planted);
        try
        {
            await Should.ThrowAsync<ProcessNotFoundException>(SystemProcessRunner.RunAsync(Command(name), Token));
        }
        finally
        {
            File.Delete(planted);
        }
    }

    [Theory]
    [InlineData("no-such-program")]
    [InlineData("/no/such/program")]
    [InlineData("./tool")]
    [InlineData("bin/tool")]
    [InlineData("plain-file")]
    [InlineData("")]
    public async Task Says_what_is_missing(string program)
    {
        _place.WriteScript("tool", "echo no");
        _place.WriteScript("bin/tool", "echo no");
        _place.Write("bin/plain-file", "not executable\n");
        var environment = _place.Context(("PATH", _place.PathOf("bin"))).Environment;
        var missing = await Should.ThrowAsync<ProcessNotFoundException>(
            SystemProcessRunner.RunAsync(Command(program) with { Environment = environment }, Token));
        var failure = ExpectedFailure.From(missing, Token)!;
        (failure.ExitCode, failure.Diagnostics[0].Code).ShouldBe((ExitCode.Usage, UsageCodes.ProgramNotFound));
        failure.Diagnostics[0].Message.ShouldContain($"'{program}'");
    }

    [Fact]
    public async Task Does_not_take_a_missing_folder_for_a_missing_program()
    {
        var failure = await Should.ThrowAsync<Exception>(
            SystemProcessRunner.RunAsync(Command("true") with { WorkingDirectory = _place.PathOf("missing") }, Token));
        failure.ShouldNotBeOfType<ProcessNotFoundException>();
    }

    [Fact]
    public async Task Tells_lines_of_standard_error_as_they_come()
    {
        var lines = new List<string>();
        var result = await SystemProcessRunner.RunAsync(
            Command("sh", "-c", "printf 'a\\nb\\rc\\nd' >&2") with { OnErrorLine = lines.Add }, Token);
        lines.ShouldBe(["a", "b", "c", "d"]);
        result.Error.ShouldBe("a\nb\nc\nd");
    }

    [Fact]
    public async Task Kills_the_whole_tree_when_cancelled()
    {
        using var cancelling = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var running = SystemProcessRunner.RunAsync(Tree() with { OnErrorLine = _ => started.SetResult() }, cancelling.Token);
        await started.Task.WaitAsync(Token);
        await cancelling.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
        await ShouldAllBeGoneAsync();
    }

    [Fact]
    public async Task Kills_the_whole_tree_at_the_deadline()
    {
        var late = await Should.ThrowAsync<TimeoutException>(
            SystemProcessRunner.RunAsync(Tree() with { Deadline = TimeSpan.FromSeconds(2) }, Token));
        late.Message.ShouldBe("'sh' did not end within 2 seconds.");
        ExpectedFailure.From(late, Token)!.ExitCode.ShouldBe(ExitCode.External);
        await ShouldAllBeGoneAsync();
    }

    // A shell, a shell in it, and a program in that, all of which would run for an hour.
    private ProcessCommand Tree() => Command(
        "sh", "-c", "sh -c 'sleep 3600 & echo $! >>pids; echo $$ >>pids; wait' & echo $! >>pids; echo $$ >>pids; sleep 0.2; echo ready >&2; wait");

    private async Task ShouldAllBeGoneAsync()
    {
        var pids = (await File.ReadAllLinesAsync(_place.PathOf("pids"), Token)).Select(int.Parse).Distinct().ToList();
        pids.Count.ShouldBe(3);
        while (pids.Any(IsRunning))
            await Task.Delay(TimeSpan.FromMilliseconds(20), Token);
    }

    private static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
