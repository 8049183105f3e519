using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Trees;

public sealed class WritingFilesOnDisk : IDisposable
{
    private readonly Workplace _place = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    private Task<CommitOutcome> CommitAsync(TreeEdit edit, bool dryRun = false, TreeCheck? gate = null) =>
        new WorkTreeRepository(new WorkTree(_place.Folder)).CommitAsync(
            new CommitRequest("main", edit, new Plan { MadeAt = DateTimeOffset.UnixEpoch }, _ => "") { DryRun = dryRun, Gate = gate }, Token);

    private static TreeEdit Writing(params (string Path, string? Content)[] files) => (_, _, _) => ValueTask.FromResult(Changes(files));

    private static ChangeSet Changes(params (string Path, string? Content)[] files) => new()
    {
        Files = [.. files.Select(file => new FileChange(TreePath.Parse(file.Path), file.Content is null ? null : (ReadOnlyMemory<byte>?)Encoding.UTF8.GetBytes(file.Content)))],
    };

    private string[] Files() =>
        [.. Directory.EnumerateFileSystemEntries(_place.Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_place.Folder, path)).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Writes_makes_and_removes_files_and_leaves_nothing_else()
    {
        _place.Write("a.yaml", "old\n");
        _place.Write("gone.yaml", "x\n");
        await CommitAsync(Writing(("a.yaml", "new\n"), ("ü b/😀.yaml", "made\n"), ("gone.yaml", null)));
        Files().ShouldBe(["a.yaml", "ü b", "ü b/😀.yaml"]);
        (_place.Read("a.yaml"), _place.Read("ü b/😀.yaml")).ShouldBe(("new\n", "made\n"));
    }

    [Theory]
    [InlineData("640")]
    [InlineData("755")]
    [InlineData("600")]
    [InlineData("444")]
    public async Task Keeps_the_mode_of_a_file(string octal)
    {
        var mode = (UnixFileMode)Convert.ToInt32(octal, 8);
        _place.Write("a.yaml", "old\n");
        File.SetUnixFileMode(_place.PathOf("a.yaml"), mode);
        await CommitAsync(Writing(("a.yaml", "new\n")));
        _place.Read("a.yaml").ShouldBe("new\n");
        File.GetUnixFileMode(_place.PathOf("a.yaml")).ShouldBe(mode);
    }

    [Fact]
    public async Task Makes_a_new_file_executable_where_that_is_asked()
    {
        await CommitAsync((_, _, _) => ValueTask.FromResult(new ChangeSet
        {
            Files = [new FileChange(TreePath.Parse("run.sh"), "#!/bin/sh\n"u8.ToArray(), TreeEntryKind.Executable)],
        }));
        File.GetUnixFileMode(_place.PathOf("run.sh")).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
    }

    [Fact]
    public async Task Takes_names_as_long_as_the_file_system_does()
    {
        var name = new string('n', 250) + ".yaml";
        _place.Write(name, "old\n");
        await CommitAsync(Writing((name, "new\n")));
        _place.Read(name).ShouldBe("new\n");
    }

    [Theory]
    [InlineData("link.yaml")]
    [InlineData("folder/a.yaml")]
    [InlineData("dangling.yaml")]
    public async Task Writes_through_no_link(string path)
    {
        _place.Write("first.yaml", "old\n");
        _place.Write("../outside/a.yaml", "safe\n");
        File.CreateSymbolicLink(_place.PathOf("link.yaml"), "../outside/a.yaml");
        Directory.CreateSymbolicLink(_place.PathOf("folder"), "../outside");
        File.CreateSymbolicLink(_place.PathOf("dangling.yaml"), "../outside/new.yaml");
        var before = Files();
        var failure = await Should.ThrowAsync<TaskFailedException>(CommitAsync(Writing(("first.yaml", "new\n"), (path, "evil\n"))));
        (failure.ExitCode, failure.Diagnostics[0].Code).ShouldBe((ExitCode.Findings, TreeCodes.NotARegularFile));
        (_place.Read("first.yaml"), _place.Read("../outside/a.yaml"), File.Exists(_place.PathOf("../outside/new.yaml"))).ShouldBe(("old\n", "safe\n", false));
        Files().ShouldBe(before);
    }

    [Fact]
    public async Task Writes_nothing_where_one_of_the_files_cannot_be()
    {
        _place.Write("a.yaml", "old\n");
        Directory.CreateDirectory(_place.PathOf("b.yaml"));
        var failure = await Should.ThrowAsync<TaskFailedException>(CommitAsync(Writing(("a.yaml", "new\n"), ("b.yaml", "x\n"))));
        failure.Diagnostics[0].Code.ShouldBe(TreeCodes.NotARegularFile);
        _place.Read("a.yaml").ShouldBe("old\n");
        Files().ShouldBe(["a.yaml", "b.yaml"]);
    }

    [Fact]
    public async Task Writes_nothing_where_a_folder_takes_no_files()
    {
        _place.Write("a.yaml", "old\n");
        var failure = await Should.ThrowAsync<TaskFailedException>(CommitAsync(Writing(("a.yaml", "new\n"), ("a.yaml/b.yaml", "x\n"))));
        (failure.ExitCode, failure.Diagnostics[0].Code).ShouldBe((ExitCode.External, UsageCodes.WriteFailed));
        _place.Read("a.yaml").ShouldBe("old\n");
        Files().ShouldBe(["a.yaml"]);
    }

    [Fact]
    public async Task Runs_the_edit_again_where_a_file_changed_after_it_was_read()
    {
        _place.Write("a.yaml", "a: 1\n");
        var runs = 0;
        var outcome = await CommitAsync(async (tree, _, token) =>
        {
            var text = Encoding.UTF8.GetString((await tree.ReadAsync(TreePath.Parse("a.yaml"), token))!.Content.Span);
            if (++runs == 1)
                _place.Write("a.yaml", "a: 1\nby: another\n");
            return Changes(("a.yaml", text.Replace("a: 1", "a: 2", StringComparison.Ordinal)));
        });
        (runs, outcome.Attempts).ShouldBe((2, 2));
        _place.Read("a.yaml").ShouldBe("a: 2\nby: another\n");
        Files().ShouldBe(["a.yaml"]);
    }

    [Fact]
    public async Task Gives_up_on_a_file_that_never_stands_still()
    {
        var runs = 0;
        _place.Write("a.yaml", "0");
        var failure = await Should.ThrowAsync<TaskFailedException>(CommitAsync(async (tree, _, token) =>
        {
            await tree.ReadAsync(TreePath.Parse("a.yaml"), token);
            _place.Write("a.yaml", $"{++runs}");
            return Changes(("a.yaml", "mine"));
        }));
        (failure.ExitCode, failure.Diagnostics[0].Code).ShouldBe((ExitCode.External, TreeCodes.ChangedMeanwhile));
        _place.Read("a.yaml").ShouldBe($"{runs}");
    }

    [Fact]
    public async Task Writes_nothing_in_a_dry_run_or_where_nothing_differs()
    {
        _place.Write("a.yaml", "old\n");
        var written = File.GetLastWriteTimeUtc(_place.PathOf("a.yaml"));
        (await CommitAsync(Writing(("a.yaml", "new\n")), dryRun: true)).Changes.IsEmpty.ShouldBeFalse();
        (await CommitAsync(Writing(("a.yaml", "old\n"), ("missing.yaml", null)))).Changes.IsEmpty.ShouldBeTrue();
        _place.Read("a.yaml").ShouldBe("old\n");
        File.GetLastWriteTimeUtc(_place.PathOf("a.yaml")).ShouldBe(written);
    }

    [Fact]
    public async Task Writes_nothing_that_the_gate_finds_errors_in()
    {
        _place.Write("a.yaml", "old\n");
        var failure = await Should.ThrowAsync<TaskFailedException>(CommitAsync(
            Writing(("a.yaml", "new\n")),
            gate: async (tree, token) =>
            {
                var file = await tree.ReadAsync(TreePath.Parse("a.yaml"), token);
                return [Diagnostic.Error("GOT0000", Encoding.UTF8.GetString(file!.Content.Span))];
            }));
        failure.ExitCode.ShouldBe(ExitCode.Findings);
        failure.Diagnostics.Select(finding => finding.Message).ShouldBe(["new\n", "The change was not written, for the result would have errors."]);
        _place.Read("a.yaml").ShouldBe("old\n");
    }
}
