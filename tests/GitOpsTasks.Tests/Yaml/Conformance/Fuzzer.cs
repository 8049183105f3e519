using System.Text;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>Makes broken YAML from good YAML, and from nothing.</summary>
internal sealed class Fuzzer(Random random, IReadOnlyList<byte[]> seeds)
{
    private const int LongestInput = 4000;

    private static readonly byte[] Alphabet = Encoding.UTF8.GetBytes("-?:,[]{}#&*!|>'\"%@`\\ \t\n\r.ab1+~=<é\uFEFF\u0085\u2028");

    private static readonly string[] Pieces =
    [
        "---", "...", "- ", "? ", ": ", "\n", "\n  ", "\n\t", "\r\n", "\r", "\t", " ", "  ", " #", "|", ">+", "|2-", "&a ", "*a", "!!str ", "!<x>", "''",
        "\"", "\\", "[", "]", "{", "}", ", ", "a", "b: ", "\n%TAG ! x\n", "\n%YAML 1.2\n", "\uFEFF", "\u0085", "\0",
    ];

    public byte[] Next()
    {
        switch (random.Next(10))
        {
            case 0:
                return Noise(random.Next(1, 40));
            case 1:
                return [.. Enumerable.Range(0, random.Next(1, 20)).SelectMany(_ => Piece())];
            case 2:
                return Truncated(Seed());
            default:
                var content = Seed();
                for (var times = random.Next(1, 4); times > 0; times--)
                    content = Mutate(content);
                return content.Length <= LongestInput ? content : content[..LongestInput];
        }
    }

    private byte[] Mutate(byte[] content)
    {
        var (from, to) = Slice(content);
        switch (random.Next(8))
        {
            case 0 when content.Length > 0:
                byte[] flipped = [.. content];
                flipped[random.Next(content.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return [.. content[..from], .. content[to..]];
            case 2:
                return [.. content[..to], .. content[from..]];
            case 3:
                return [.. Truncated(content), .. Tail(Seed())];
            case 4:
                return [.. content[..from], .. Noise(random.Next(1, 8)), .. content[to..]];
            case 5:
                return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content).Replace("\n", random.Next(2) == 0 ? "\r\n" : "\n ", StringComparison.Ordinal));
            default:
                return [.. content[..from], .. Piece(), .. content[from..]];
        }
    }

    private (int From, int To) Slice(byte[] content)
    {
        var from = random.Next(content.Length + 1);
        return (from, Math.Min(content.Length, from + random.Next(1, 30)));
    }

    private byte[] Truncated(byte[] content) => content[..random.Next(content.Length + 1)];

    private byte[] Tail(byte[] content) => content[random.Next(content.Length + 1)..];

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        for (var i = 0; i < length; i++)
            noise[i] = Alphabet[random.Next(Alphabet.Length)];
        return noise;
    }

    private byte[] Piece() => Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]);

    private byte[] Seed() => seeds[random.Next(seeds.Count)];
}
