using System.IO.Compression;
using System.Text;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Git;

public sealed class ReadingPacks
{
    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Inflates_what_zlib_deflated_and_tells_where_it_ends(CompressionLevel level)
    {
        var random = new Random(20261121);
        for (var round = 0; round < 300; round++)
        {
            var content = Content(random, round);
            using var stream = new MemoryStream();
            using (var zlib = new ZLibStream(stream, level, leaveOpen: true))
                zlib.Write(content);
            var end = (int)stream.Length;
            stream.Write("and more"u8);
            var output = new byte[content.Length];
            ZlibData.Inflate(stream.ToArray(), output).ShouldBe(end);
            output.ShouldBe(content);
        }
    }

    [Fact]
    public void Refuses_damaged_data_and_never_hangs()
    {
        var random = new Random(4);
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Content(random, 77));
        for (var round = 0; round < 3000; round++)
        {
            var damaged = stream.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            damaged = damaged[..random.Next(1, damaged.Length + 1)];
            var failure = Record.Exception(() => ZlibData.Inflate(damaged, new byte[Content(new Random(4), 77).Length]));
            if (failure is not null)
                failure.ShouldBeOfType<InvalidDataException>();
        }
    }

    [Fact]
    public async Task Reads_a_pack_with_deltas()
    {
        using var remote = await BareRepository.CreateAsync();
        var random = new Random(1);
        var lines = Enumerable.Range(0, 400).Select(_ => $"line: {random.NextInt64()}").ToList();
        for (var commit = 0; commit < 12; commit++)
        {
            lines[random.Next(lines.Count)] = $"changed: {commit}";
            await remote.CommitAsync("main", "a.yaml", string.Join('\n', lines));
        }

        var objects = await remote.GitAsync("rev-list", "--objects", "--no-object-names", "main");
        var pack = await remote.TryGitAsync(["pack-objects", "--stdout", "--no-reuse-delta", "-q"], Encoding.ASCII.GetBytes(objects + "\n"));
        var read = Pack.Read(pack.Output.Span, ObjectFormat.Sha1, 1_000_000);
        read.Select(item => item.Id).ShouldBe(objects.Split('\n'), ignoreOrder: true);
        foreach (var item in read)
            (await remote.GitAsync("cat-file", "-t", item.Id)).ShouldBe(item.Type);
    }

    [Fact]
    public async Task Refuses_a_pack_that_is_cut_off_anywhere()
    {
        using var remote = await BareRepository.CreateAsync();
        await remote.CommitAsync("main", "a.yaml", "a: b\n");
        var objects = await remote.GitAsync("rev-list", "--objects", "--no-object-names", "main");
        var pack = (await remote.TryGitAsync(["pack-objects", "--stdout", "-q"], Encoding.ASCII.GetBytes(objects + "\n"))).Output.ToArray();
        for (var length = 0; length < pack.Length - 20; length++)
            Should.Throw<InvalidDataException>(() => Pack.Read(pack.AsSpan(0, length), ObjectFormat.Sha1, 1_000_000));
    }

    [Fact]
    public void Leaves_entries_out_that_git_would_not_make()
    {
        using var stream = new MemoryStream();
        foreach (var name in (string[])["good.yaml", "..", ".", ".git", ".GIT", "GIT~1", "a/b", ".g\u200cit", ""])
        {
            stream.Write(Encoding.UTF8.GetBytes($"100644 {name}\0"));
            stream.Write(new byte[20]);
        }

        stream.Write("40000 folder\0"u8);
        stream.Write(new byte[20]);
        FolderObject.Read(stream.ToArray(), ObjectFormat.Sha1).Items.Select(item => (item.Name, item.Kind))
            .ShouldBe([("good.yaml", TreeEntryKind.File), ("folder", TreeEntryKind.Folder)]);
    }

    private static byte[] Content(Random random, int round)
    {
        var content = new byte[random.Next(1, round * 200 + 2)];
        random.NextBytes(content);
        if (round % 3 > 0)
        {
            for (var i = 0; i < content.Length; i++)
                content[i] = (byte)(round % 3 == 1 ? content[i] % 7 : "apps: web\n"[i % 10] + (content[i] > 250 ? 1 : 0));
        }

        return content;
    }
}
