using System.Globalization;
using System.Text.Json;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class RunningTheRealProgram : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gitops-test-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Answers_its_version()
    {
        var result = await RunAsync("gitops.dll", "--version");
        result.ExitCode.ShouldBe(0);
        Version.TryParse(result.Text.Split('-')[0], out _).ShouldBeTrue(result.Text);
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_help()
    {
        var result = await RunAsync("gitops.dll", "--help");
        result.ExitCode.ShouldBe(0);
        result.Text.ShouldContain("Exit codes:");
    }

    [Fact]
    public async Task Refuses_an_unknown_command_with_one_JSON_document()
    {
        var result = await RunAsync("gitops.dll", "no-such", "--output", "json");
        result.ExitCode.ShouldBe(2);
        using var document = JsonDocument.Parse(result.Output);
        document.RootElement.GetProperty("task").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Runs_a_task_in_the_directory_it_is_told()
    {
        var result = await RunAsync("sample.dll", "echo", "grüße", "--directory", _directory, "--output", "json");
        result.ExitCode.ShouldBe(0, result.Error);
        using var document = JsonDocument.Parse(result.Output);
        document.RootElement.GetProperty("result").GetProperty("directory").GetString().ShouldBe(_directory);
        document.RootElement.GetProperty("result").GetProperty("said").GetString().ShouldBe("grüße");
    }

    [Fact]
    public async Task Says_so_where_its_folder_is_gone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a folder in use cannot be deleted elsewhere");
        var result = await SystemProcessRunner.RunAsync(
            Command("/bin/sh", "-c", $"mkdir gone && cd gone && rmdir ../gone && exec dotnet '{AppContext.BaseDirectory}gitops.dll' lint"),
            TestContext.Current.CancellationToken);
        result.ExitCode.ShouldBe(2, result.Error);
        result.Error.ShouldBe("error GOT1024: The current folder is not there any more. Change to one that is, then run it again.\n");
    }

    [Theory]
    [InlineData("sample.dll echo a --no-progress", "GOT1023")]
    [InlineData("sample.dll echo a --no-progress --output json", "GOT1023")]
    [InlineData("gitops.dll --help", "")]
    public async Task Fails_where_its_result_cannot_be_printed(string line, string code)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "writes to /dev/full");
        var result = await SystemProcessRunner.RunAsync(
            Command("/bin/sh", "-c", $"exec dotnet '{AppContext.BaseDirectory}'{line} >/dev/full"),
            TestContext.Current.CancellationToken);
        result.ExitCode.ShouldBe(3, result.Error);
        result.Error.ShouldContain(code);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Cancels_on_a_signal_and_leaves_no_child_behind(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads process states from /proc");
        var pids = Path.Combine(_directory, "pids");
        var run = RunAsync("sample.dll", "echo", pids, "--ending", "wait", "--output", "json");
        while (!File.Exists(pids) && !run.IsCompleted)
            await Task.Delay(20);
        var children = (await File.ReadAllTextAsync(pids)).Split(' ').Select(text => int.Parse(text, CultureInfo.InvariantCulture));
        children.ShouldAllBe(pid => Runs(pid));
        var loaded = await File.ReadAllTextAsync($"/proc/{ParentOf(children.Last())}/maps");
        loaded.ShouldContain("System.CommandLine");
        loaded.ShouldNotContain("Spectre", customMessage: "nobody watches, so the terminal's library is not needed");
        await SystemProcessRunner.RunAsync(
            Command("/bin/sh", "-c", $"kill -{signal} {ParentOf(children.Last())}"), TestContext.Current.CancellationToken);

        var result = await run;
        result.ExitCode.ShouldBe(130);
        using var document = JsonDocument.Parse(result.Output);
        document.RootElement.GetProperty("exitCode").GetInt32().ShouldBe(130);
        children.ShouldAllBe(pid => !Runs(pid));
    }

    private static string ParentOf(int pid) => File.ReadAllText($"/proc/{pid}/stat").Split(") ")[1].Split(' ')[1];

    // A child nobody has waited for yet is still listed, as a zombie.
    private static bool Runs(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat").Split(") ")[1][0] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    private Task<ProcessResult> RunAsync(string assembly, params string[] args) => SystemProcessRunner.RunAsync(
        Command("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. args]), TestContext.Current.CancellationToken);

    private ProcessCommand Command(string program, params string[] args) => new(program, args)
    {
        WorkingDirectory = _directory,
        Environment = new EnvironmentSnapshot(
            from name in new[] { "PATH", "HOME", "DOTNET_ROOT", "TMPDIR" }
            let value = Environment.GetEnvironmentVariable(name)
            where value is not null
            select KeyValuePair.Create(name, value)),
        Deadline = TimeSpan.FromMinutes(2),
    };
}
