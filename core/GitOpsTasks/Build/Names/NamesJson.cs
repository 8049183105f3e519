using System.Text;
using System.Text.Json;

namespace GitOpsTasks.Build.Names;

/// <summary>Names as JSON: for scripts, and as a definition that <c>docker buildx bake</c> merges into its own.</summary>
public static class NamesJson
{
    /// <summary>The target that bake definitions inherit, by the name they know it by.</summary>
    public const string BakeTarget = "docker-metadata-action";

    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object with <c>tags</c>, <c>tag-names</c>, <c>labels</c> and <c>annotations</c>.</summary>
    public static string Of(ImageNames names) => Write(json =>
    {
        Texts(json, "tags", names.Tags);
        Texts(json, "tag-names", names.TagNames);
        Labels(json, names);
        Texts(json, "annotations", names.Annotations.Select(annotation => annotation.ToString()));
    });

    /// <summary>A bake file with one target, which has the tags, labels, annotations and two build arguments.</summary>
    public static string BakeFile(ImageNames names) => Write(json =>
    {
        json.WriteStartObject("target");
        json.WriteStartObject(BakeTarget);
        Texts(json, "tags", names.Tags);
        Labels(json, names);
        Texts(json, "annotations", names.Annotations.Select(annotation => annotation.ToString()));
        json.WriteStartObject("args");
        json.WriteString("DOCKER_META_IMAGES", string.Join(',', names.Images));
        json.WriteString("DOCKER_META_VERSION", names.Version ?? "");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Labels(Utf8JsonWriter json, ImageNames names)
    {
        json.WriteStartObject("labels");
        foreach (var (key, value) in names.Labels)
            json.WriteString(key, value);
        json.WriteEndObject();
    }
}
