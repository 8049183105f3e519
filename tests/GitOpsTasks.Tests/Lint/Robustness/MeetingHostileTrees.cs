using System.Diagnostics;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Tests.Lint.Robustness;

public sealed class MeetingHostileTrees : LintedFiles
{
    private const string Twice = "a: 1\na: 2\n";

    private static readonly TimeSpan s_forever = TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follows_no_link()
    {
        Place.Write("../outside/secret.yaml", Twice);
        Place.Write("good.yaml", Twice);
        File.CreateSymbolicLink(Place.PathOf("file.yaml"), "../outside/secret.yaml");
        File.CreateSymbolicLink(Place.PathOf("device.yaml"), "/dev/zero");
        File.CreateSymbolicLink(Place.PathOf("dangling.yaml"), "nowhere.yaml");
        File.CreateSymbolicLink(Place.PathOf("loop.yaml"), "loop.yaml");
        Directory.CreateSymbolicLink(Place.PathOf("outside"), "../outside");
        Directory.CreateSymbolicLink(Place.PathOf("around"), ".");
        Place.Write("kustomization.yaml", "resources: [good.yaml, file.yaml, loop.yaml, around/good.yaml, outside, ../outside/secret.yaml]\n");
        var found = await FindingsAsync().WaitAsync(s_forever, Token);
        found.Where(finding => finding.EndsWith(LintCodes.DuplicateKey, StringComparison.Ordinal)).ShouldBe([$"good.yaml:2:1 {LintCodes.DuplicateKey}"]);
    }

    [Theory]
    [InlineData("file.yaml")]
    [InlineData("outside")]
    [InlineData("outside/secret.yaml")]
    [InlineData("around/good.yaml")]
    public async Task Reads_nothing_behind_a_link_that_is_named(string path)
    {
        Place.Write("../outside/secret.yaml", Twice);
        Place.Write("good.yaml", Twice);
        File.CreateSymbolicLink(Place.PathOf("file.yaml"), "../outside/secret.yaml");
        Directory.CreateSymbolicLink(Place.PathOf("outside"), "../outside");
        Directory.CreateSymbolicLink(Place.PathOf("around"), ".");
        (await FindingsAsync(path)).ShouldNotContain(finding => finding.EndsWith(LintCodes.DuplicateKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Does_not_wait_for_pipes_and_devices()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "makes special files");
        Place.Write("good.yaml", Twice);
        await Place.RunAsync("mkfifo", "pipe.yaml");
        await Place.RunAsync("mkfifo", "kustomization.yaml");
        if (Environment.IsPrivilegedProcess)
            await Place.RunAsync("mknod", "zero.yaml", "c", "1", "5");
        (await FindingsAsync().WaitAsync(s_forever, Token)).ShouldContain($"good.yaml:2:1 {LintCodes.DuplicateKey}");
        (await LintAsync("pipe.yaml").WaitAsync(s_forever, Token)).Diagnostics.ShouldNotContain(finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public async Task Looks_into_a_folder_that_is_named_like_a_file()
    {
        Place.Write("x.yaml/kustomization.yaml/a.yaml", Twice);
        (await FindingsAsync()).ShouldBe([$"x.yaml/kustomization.yaml/a.yaml:2:1 {LintCodes.DuplicateKey}"]);
    }

    [Theory]
    [InlineData("new\nline.yaml")]
    [InlineData("::error file=x.yaml.yaml")]
    [InlineData("\u001b[31mred.yaml")]
    [InlineData("a\\b.yaml")]
    [InlineData("ünï 日本\u202E.yaml")]
    public async Task Takes_any_name(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no such names");
        Place.Write(name, Twice);
        foreach (var format in Enum.GetValues<DiagnosticFormat>())
        {
            var inputs = new InputValues().Add("format", format.ToString().ToLowerInvariant());
            var outcome = await LintTask.Declaration.RunAsync(inputs, Place.Context(), Token);
            outcome.Diagnostics.ShouldContain(finding => finding.Code == LintCodes.DuplicateKey && finding.Place!.File == name, $"{format}");
        }
    }

    [Fact]
    public async Task Passes_over_a_name_that_is_no_text()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "makes such a name");
        Place.Write("good.yaml", Twice);
        using (var shell = Process.Start(new ProcessStartInfo("sh", ["-c", "printf 'a: 1\\na: 2\\n' > \"$(printf 'bad\\377.yaml')\"; mkdir \"$(printf 'folder\\377')\""]) { WorkingDirectory = Place.Folder, UseShellExecute = false })!)
            await shell.WaitForExitAsync(Token);
        (await FindingsAsync()).ShouldContain($"good.yaml:2:1 {LintCodes.DuplicateKey}");
        await Place.RunAsync("sh", "-c", "rm -r bad* folder*");
    }

    [Fact]
    public async Task Says_what_cannot_be_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "root and Windows read everything");
        Place.Write("a.yaml", Twice);
        File.SetUnixFileMode(Place.PathOf("a.yaml"), UnixFileMode.None);
        (await LintAsync()).Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("a.yaml");
    }
}
