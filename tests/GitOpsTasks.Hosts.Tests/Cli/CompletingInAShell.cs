using System.Text.RegularExpressions;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Cli;

/// <summary>Real shells, on a terminal where the shell has completion only there, with the real program on PATH.</summary>
public sealed partial class CompletingInAShell : IDisposable
{
    private static readonly string[] Typed =
        ["gitops bui", "gitops bump --veri", "gitops bump --via a", "gitops lint --format=sar", "gitops lint --config git", "gitops lint --config=git"];

    private static readonly string[] Completed =
        ["gitops build", "gitops bump --verify", "gitops bump --via api", "gitops lint --format=sarif", "gitops lint --config gitops.yaml", "gitops lint --config=gitops.yaml"];

    private readonly TemporaryFolder _folder = new();

    public CompletingInAShell()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "types on a terminal made by Linux's script");
        _folder.Write("work/gitops.yaml", "");
        _folder.Write(".zshrc", "");
        _folder.Write("bin/gitops", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "gitops.dll")}' \"$@\"\n");
        File.SetUnixFileMode(_folder.PathOf("bin/gitops"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Completes_words_in_bash() =>
        (await TypeAsync("bash --norc --noprofile -i", "bind 'set enable-bracketed-paste off'; source <(gitops completion bash)")).ShouldBe(Completed);

    [Fact]
    public async Task Offers_no_files_in_bash_where_none_are_meant() =>
        (await TypeAsync("bash --norc --noprofile -i", "bind 'set enable-bracketed-paste off'; source <(gitops completion bash)", "gitops bump --image git"))
            .ShouldBe(["gitops bump --image git"]);

    [Fact]
    public async Task Completes_words_in_zsh() =>
        (await TypeAsync($"{RequiredPart.Find("zsh")} -i", "autoload -Uz compinit; compinit -u -D; source <(gitops completion zsh)")).ShouldBe(Completed);

    [Fact]
    public async Task Completes_words_in_fish()
    {
        var lines = string.Join(' ', Typed.Select(line => $"'{line}'"));
        var run = await RunAsync(
            RequiredPart.Find("fish"), "", "--no-config", "-c", $"gitops completion fish | source; for line in {lines}; complete -C $line; end");
        run.Text.Split('\n').Select(line => line.Split('\t')[0]).ShouldBe(Completed.Select(line => line.Split(' ')[^1]), run.Error);
    }

    // Each line is completed, then turned into an argument of echo, which shows what it became.
    private async Task<IReadOnlyList<string>> TypeAsync(string shell, string setUp, params string[] lines)
    {
        var typed = (lines.Length == 0 ? Typed : lines).Select(line => $"{line}\t\u0001echo DONE \n");
        var run = await RunAsync("script", $"{setUp}\n{string.Concat(typed)}exit\n", "-qec", shell, "/dev/null");
        return [.. Done().Matches(run.Text.Replace("\r", "")).Select(match => match.Groups["line"].Value.TrimEnd())];
    }

    private Task<ProcessResult> RunAsync(string program, string input, params string[] arguments) => SystemProcessRunner.RunAsync(
        new ProcessCommand(program, arguments)
        {
            WorkingDirectory = _folder.PathOf("work"),
            StandardInput = System.Text.Encoding.UTF8.GetBytes(input),
            Environment = new EnvironmentSnapshot(new Dictionary<string, string>
            {
                ["PATH"] = $"{_folder.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
                ["HOME"] = _folder.FullPath,
                ["TERM"] = "xterm",
                ["DOTNET_ROOT"] = Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "",
            }),
            Deadline = TimeSpan.FromMinutes(2),
        },
        TestContext.Current.CancellationToken);

    [GeneratedRegex("^(\u001b\\[[?0-9;]*[a-z])*DONE (?<line>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Done();
}
