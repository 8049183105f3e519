using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using GitOpsTasks.Build.Archives.Compression;
using OwnGzip = GitOpsTasks.Build.Archives.Compression.GzipStream;
using PlatformGzip = System.IO.Compression.GZipStream;

namespace GitOpsTasks.Tests.Build;

public sealed class CompressingLayers
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Contents
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var kind in new[] { "zeros", "random", "text", "mixed", "ramp", "skewed" })
            {
                foreach (var length in new[] { 0, 1, 2, 3, 4, 5, 257, 258, 259, 32768, 65536, 100_000, DeflateChunk.Largest, DeflateChunk.Largest + 1, 3_300_000 })
                    data.Add(kind, length);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Is_undone_by_the_platforms_own_reader(string kind, int length)
    {
        var content = Content(kind, length);
        var compressed = await CompressAsync(content, 70_001);
        await using var reader = new PlatformGzip(new MemoryStream(compressed), CompressionMode.Decompress);
        var back = new MemoryStream();
        await reader.CopyToAsync(back, Token);
        back.ToArray().AsSpan().SequenceEqual(content).ShouldBeTrue();
        compressed.Length.ShouldBeLessThan(length + (length / 1000) + 100);
    }

    [Fact]
    public async Task Gives_the_same_bytes_however_it_is_written()
    {
        var content = Content("mixed", 2_500_000);
        var whole = await CompressAsync(content, content.Length);
        (await CompressAsync(content, 511)).ShouldBe(whole);
    }

    // Changes with the compression alone: then LayerArchive.CompressionVersion has to go up.
    [Fact]
    public async Task Gives_bytes_that_are_the_same_on_every_machine()
    {
        var compressed = await CompressAsync(Content("mixed", 2_500_000), 4096);
        Convert.ToHexStringLower(SHA256.HashData(compressed)).ShouldBe(Golden);
    }

    [Fact]
    public async Task Makes_text_as_small_as_is_usual()
    {
        var content = Content("text", 2_000_000);
        var usual = new MemoryStream();
        await using (var gzip = new PlatformGzip(usual, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(content, Token);
        (await CompressAsync(content, 4096)).LongLength.ShouldBeLessThan(usual.Length * 12 / 10);
    }

    private const string Golden = "aa9df1995419c31532378ca0ef10d5dd132559134abd2bbd0a4a46fb2ae00e1c";

    private static async Task<byte[]> CompressAsync(byte[] content, int step)
    {
        var output = new MemoryStream();
        await using var gzip = new OwnGzip(output);
        for (var at = 0; at < content.Length; at += step)
            await gzip.WriteAsync(content.AsMemory(at, Math.Min(step, content.Length - at)), Token);
        await gzip.CompleteAsync(Token);
        return output.ToArray();
    }

    private static byte[] Content(string kind, int length)
    {
        var content = new byte[length];
        var state = 12345u;
        var words = "apiVersion kind metadata name spec containers image ports deployment service ".Split(' ');
        var text = new StringBuilder();
        while (kind is "text" or "mixed" && text.Length < length)
            text.Append(words[(int)(Next() % (uint)words.Length)]).Append(Next() % 7 == 0 ? Next().ToString() : " ");
        if (text.Length > 0)
            Encoding.ASCII.GetBytes(text.ToString(0, length)).CopyTo(content, 0);
        for (var i = 0; i < length; i++)
        {
            if (kind == "random" || (kind == "mixed" && i / 50_000 % 2 == 1))
                content[i] = (byte)(Next() >> 16);
            else if (kind == "ramp")
                content[i] = (byte)(i >> 3);
            else if (kind == "skewed")
                content[i] = (byte)Math.Min(30, System.Numerics.BitOperations.TrailingZeroCount(Next() >> 1));
        }

        return content;

        uint Next()
        {
            state = (state * 1664525) + 1013904223;
            return state ^ (state >> 13);
        }
    }
}
