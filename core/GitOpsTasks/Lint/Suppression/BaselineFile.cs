using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Suppression;

/// <summary>A baseline as a JSON file, one finding a line, always the same bytes for the same findings.</summary>
internal static class BaselineFile
{
    private const int Version = 1;
    private const long MostBytes = 64 * 1024 * 1024;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of a baseline.</summary>
    public static byte[] Render(Baseline baseline)
    {
        var lines = baseline.Entries.Select(Render).ToList();
        var text = new StringBuilder("{\n  \"version\": ").Append(Version).Append(",\n  \"findings\": [");
        text.Append(lines.Count == 0 ? "" : "\n    ").AppendJoin(",\n    ", lines).Append(lines.Count == 0 ? "]\n}\n" : "\n  ]\n}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="TaskFailedException">GOT1004: there is no such file; GOT2162: it is no baseline.</exception>
    public static async Task<Baseline> ReadAsync(EngineContext context, string path, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(context.Resolve(path)).Length > MostBytes)
                throw Wrong(path, "it is too large", null);
            var bytes = await File.ReadAllBytesAsync(context.Resolve(path), cancellationToken);
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            if (root.GetProperty("version").GetInt32() != Version)
                throw Wrong(path, "it is of another version", null);
            return new Baseline(root.GetProperty("findings").EnumerateArray().Select(Read).ToList());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw TaskFailedException.Usage(UsageCodes.PathNotFound, $"The baseline '{path}' cannot be read.", "Write one with --write-baseline FILE, or correct the path.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Wrong(path, "it is not the JSON that was written", e);
        }
    }

    private static string Render(BaselineEntry entry)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("file", entry.File);
            writer.WriteString("code", entry.Code);
            writer.WriteString("line", entry.Line);
            writer.WriteNumber("number", entry.Number);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static BaselineEntry Read(JsonElement entry) => new(
        Text(entry, "file"), Text(entry, "code"), Text(entry, "line"), entry.GetProperty("number").GetInt32());

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString() ?? throw new FormatException(name);

    private static TaskFailedException Wrong(string path, string why, Exception? inner) => new(
        ExitCode.Usage,
        Diagnostic.Error(LintCodes.BaselineWrong, $"'{path}' is no baseline: {why}.", "Write it anew with --write-baseline FILE.", new SourcePlace(path)),
        inner);
}
