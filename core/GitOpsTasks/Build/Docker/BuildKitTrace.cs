using System.Text;

namespace GitOpsTasks.Build.Docker;

/// <summary>
/// Reads what people want to see out of BuildKit's progress messages: protocol buffers of the type
/// moby.buildkit.v1.StatusResponse. Only the fields named here are looked at; all else is skipped.
/// </summary>
internal static class BuildKitTrace
{
    private const int Vertexes = 1; // in StatusResponse
    private const int Logs = 3;
    private const int VertexName = 3; // in Vertex
    private const int VertexStarted = 5;
    private const int VertexCompleted = 6;
    private const int VertexError = 7;
    private const int LogText = 4; // in VertexLog

    /// <summary>Names of steps that begin, names of steps that fail, and texts that steps print.</summary>
    public static IEnumerable<(string Text, bool IsStep, bool Failed)> Read(byte[] message)
    {
        foreach (var (field, value) in Fields(message))
        {
            if (field == Vertexes)
            {
                var vertex = Fields(value).ToList();
                var failed = vertex.Any(f => f.Field == VertexError);
                if ((failed || (vertex.Any(f => f.Field == VertexStarted) && vertex.All(f => f.Field != VertexCompleted)))
                    && vertex.FirstOrDefault(f => f.Field == VertexName).Value is { } name)
                    yield return (Text(name), !failed, failed);
            }
            else if (field == Logs && Fields(value).FirstOrDefault(f => f.Field == LogText).Value is { } text)
            {
                yield return (Text(text), false, false);
            }
        }
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    // The fields that have a length; numbers are skipped. A cut message ends the reading.
    private static IEnumerable<(int Field, ReadOnlyMemory<byte>? Value)> Fields(ReadOnlyMemory<byte>? message)
    {
        var rest = message ?? default;
        while (TryVarint(ref rest, out var tag))
        {
            var length = (tag & 7) switch
            {
                0 => TryVarint(ref rest, out _) ? 0 : -1,
                1 => 8,
                2 => TryVarint(ref rest, out var l) && l <= int.MaxValue ? (int)l : -1,
                5 => 4,
                _ => -1,
            };
            if (length < 0 || length > rest.Length)
                yield break;
            if ((tag & 7) == 2)
                yield return ((int)(tag >> 3), rest[..length]);
            rest = rest[length..];
        }
    }

    private static bool TryVarint(ref ReadOnlyMemory<byte> rest, out ulong value)
    {
        value = 0;
        for (var i = 0; i < Math.Min(10, rest.Length); i++)
        {
            var b = rest.Span[i];
            value |= (ulong)(b & 0x7f) << (7 * i);
            if (b < 0x80)
            {
                rest = rest[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
