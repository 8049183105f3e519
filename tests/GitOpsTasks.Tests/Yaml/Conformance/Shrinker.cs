namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>Makes a failing input as small as leaving out pieces of it can.</summary>
internal static class Shrinker
{
    public static byte[] Shrink(byte[] content, Func<byte[], bool> fails)
    {
        for (var size = Math.Max(1, content.Length / 2); size > 0; size /= 2)
        {
            for (var at = 0; at < content.Length;)
            {
                byte[] smaller = [.. content[..at], .. content[Math.Min(content.Length, at + size)..]];
                if (fails(smaller))
                    content = smaller;
                else
                    at += size;
            }
        }

        return content;
    }
}
