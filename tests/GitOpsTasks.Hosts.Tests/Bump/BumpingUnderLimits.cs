using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Bump;

/// <summary>The real command where it may not read, may not write, or has little memory.</summary>
public sealed class BumpingUnderLimits : IDisposable
{
    private const string Pod = "spec:\n  containers:\n  - image: web:1.4.0\n";

    private readonly TemporaryFolder _folder = new();

    public BumpingUnderLimits()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sets modes and limits");
        File.SetUnixFileMode(_folder.FullPath, (UnixFileMode)0b111_111_111);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("secret.yaml", "'secret.yaml' cannot be read")]
    [InlineData("closed/pod.yaml", "'closed' cannot be read")]
    public async Task Refuses_to_bump_what_it_may_not_read(string path, string message)
    {
        _folder.Write("a.yaml", Pod);
        _folder.Write(path, Pod);
        var closed = path.Contains('/', StringComparison.Ordinal) ? Path.GetDirectoryName(path)! : path;
        File.SetUnixFileMode(_folder.PathOf(closed), UnixFileMode.None);
        var result = await BumpAsync();
        result.ExitCode.ShouldBe(2, result.Error);
        result.Error.ShouldContain("GOT1004");
        result.Error.ShouldContain(message);
        result.Error.Split("error ").Length.ShouldBe(2, "one error");
        _folder.Read("a.yaml").ShouldBe(Pod);
        File.SetUnixFileMode(_folder.PathOf(closed), (UnixFileMode)0b111_111_111);
    }

    [Fact]
    public async Task Changes_nothing_in_a_folder_it_may_not_write()
    {
        _folder.Write("closed/a.yaml", Pod);
        File.SetUnixFileMode(_folder.PathOf("closed"), (UnixFileMode)0b101_101_101);
        var result = await BumpAsync();
        result.ExitCode.ShouldBe(3, result.Error);
        result.Error.ShouldContain("GOT1006");
        result.Error.ShouldContain("'closed/a.yaml' could not be written");
        _folder.Read("closed/a.yaml").ShouldBe(Pod);
        Directory.EnumerateFileSystemEntries(_folder.PathOf("closed")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Changes_nothing_where_it_may_write_no_more()
    {
        var large = Pod + string.Concat(Enumerable.Repeat("# filler\n", 4000));
        _folder.Write("a.yaml", Pod);
        _folder.Write("b.yaml", large);
        OpenToAll();
        var result = await RunAsync("sh", "-c", $"ulimit -f 8; exec dotnet '{Program}' bump --image web:1.5.0");
        result.ExitCode.ShouldNotBe(0);
        (_folder.Read("a.yaml"), _folder.Read("b.yaml")).ShouldBe((Pod, large));
    }

    [Fact]
    public async Task Needs_little_memory_for_a_file_that_is_too_large()
    {
        await using (var file = File.Create(_folder.PathOf("big.yaml")))
        {
            await file.WriteAsync("spec:\n  containers:\n  - image: web:1.4.0\n"u8.ToArray(), TestContext.Current.CancellationToken);
            file.SetLength(50 * 1024 * 1024);
        }

        _folder.Write("a.yaml", Pod);
        var result = await BumpAsync(KeyValuePair.Create("DOTNET_GCHeapHardLimit", (string?)"0x8000000"));
        result.ExitCode.ShouldBe(0, result.Error);
        result.Text.ShouldContain("GOT3010");
        _folder.Read("a.yaml").ShouldContain("1.5.0");
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "gitops.dll");

    // root may read and write everything: as root, the command runs as nobody.
    private Task<ProcessResult> BumpAsync(params KeyValuePair<string, string?>[] variables)
    {
        OpenToAll();
        string[] command = ["dotnet", Program, "bump", "--image", "web:1.5.0"];
        return Environment.IsPrivilegedProcess
            ? RunAsync(variables, ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. command])
            : RunAsync(variables, command);
    }

    private void OpenToAll()
    {
        foreach (var file in Directory.EnumerateFiles(_folder.FullPath, "*.yaml").Where(file => File.GetUnixFileMode(file) != UnixFileMode.None))
            File.SetUnixFileMode(file, (UnixFileMode)0b110_110_110);
    }

    private Task<ProcessResult> RunAsync(params string[] command) => RunAsync([], command);

    private Task<ProcessResult> RunAsync(KeyValuePair<string, string?>[] variables, string[] command) => SystemProcessRunner.RunAsync(
        new ProcessCommand(command[0], command[1..])
        {
            WorkingDirectory = _folder.FullPath,
            Environment = new EnvironmentSnapshot(
            [
                new("PATH", Environment.GetEnvironmentVariable("PATH") ?? ""),
                new("HOME", _folder.FullPath),
            ]).With(variables),
        },
        TestContext.Current.CancellationToken);
}
