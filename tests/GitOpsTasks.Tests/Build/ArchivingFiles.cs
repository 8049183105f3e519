using System.Formats.Tar;
using System.Text;
using GitOpsTasks.Build;
using GitOpsTasks.Build.Archives;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

public sealed class ArchivingFiles : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Is_read_back_by_another_program_as_it_was()
    {
        var longName = $"{new string('d', 90)}/{new string('f', 90)}";
        _workshop.Write($"src/{longName}", "long");
        _workshop.Write("src/ünï", "text");
        _workshop.Write("src/run", "x", isProgram: true);
        _workshop.Write("src/block", new string('z', 512));
        Directory.CreateDirectory(_workshop.PathOf("src/empty"));
        File.CreateSymbolicLink(_workshop.PathOf("src/link"), "/etc/passwd");
        Directory.CreateSymbolicLink(_workshop.PathOf("src/loop"), ".");

        var entries = await ReadAsync(new LayerSpec("src", "/a/b"));

        entries.Select(entry => entry.Name).ShouldBe(
        [
            "a/", "a/b/", "a/b/block", $"a/b/{new string('d', 90)}/", $"a/b/{longName}", "a/b/empty/", "a/b/link", "a/b/loop",
            "a/b/run", "a/b/ünï",
        ]);
        var byName = entries.ToDictionary(entry => entry.Name);
        byName["a/b/link"].LinkName.ShouldBe("/etc/passwd");
        byName["a/b/loop"].EntryType.ShouldBe(TarEntryType.SymbolicLink);
        byName["a/b/run"].Mode.ShouldBe((UnixFileMode)0b111_101_101);
        byName["a/b/ünï"].Mode.ShouldBe((UnixFileMode)0b110_100_100);
        Text(byName[$"a/b/{longName}"]).ShouldBe("long");
        Text(byName["a/b/block"]).ShouldBe(new string('z', 512));
        entries.ShouldAllBe(entry => entry.Uid == 0 && entry.Gid == 0 && entry.ModificationTime == DateTimeOffset.UnixEpoch);
    }

    [Theory]
    [InlineData("/etc/web/", "etc/web/src.txt")]
    [InlineData("/etc/web", "etc/web")]
    [InlineData("/web", "web")]
    public async Task Puts_a_file_where_it_is_wanted(string to, string path)
    {
        _workshop.Write("src.txt", "x");
        (await ReadAsync(new LayerSpec("src.txt", to)))[^1].Name.ShouldBe(path);
    }

    [Fact]
    public async Task Gives_files_the_mode_that_is_asked_for()
    {
        _workshop.Write("src.txt", "x");
        var mode = (UnixFileMode)0b100_000_000;
        (await ReadAsync(new LayerSpec("src.txt", "/web") { Mode = mode }))[^1].Mode.ShouldBe(mode);
    }

    [Theory]
    [InlineData("missing", "/app")]
    [InlineData("src.txt", "app")]
    [InlineData("src.txt", "/app/../../etc")]
    public void Refuses_what_does_not_exist_or_has_no_place(string from, string to)
    {
        _workshop.Write("src.txt", "x");
        Should.Throw<TaskFailedException>(() => LayerEntries.Of(new LayerSpec(from, to), _workshop.Context.Directory))
            .ExitCode.ShouldBe(ExitCode.Usage);
    }

    private async Task<List<TarEntry>> ReadAsync(LayerSpec layer)
    {
        var buffer = new MemoryStream();
        await new TarArchive(buffer, DateTimeOffset.UnixEpoch)
            .WriteAsync(LayerEntries.Of(layer, _workshop.Context.Directory), TestContext.Current.CancellationToken);
        buffer.Position = 0;
        var entries = new List<TarEntry>();
        await using var reader = new TarReader(buffer);
        while (await reader.GetNextEntryAsync(copyData: true) is { } entry)
            entries.Add(entry);
        return entries;
    }

    private static string Text(TarEntry entry)
    {
        using var reader = new StreamReader(entry.DataStream!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
