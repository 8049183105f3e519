using System.Text.Json;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>The JSON documents of an image: its configuration and its manifest, always the same bytes for the same image.</summary>
internal static class ImageDocuments
{
    private const string SearchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>The configuration, as the OCI image specification describes it.</summary>
    public static OciBlob Config(ImagePlan plan, OciPlatform platform, IReadOnlyList<BuiltLayer> layers)
    {
        var created = ImageLabels.Time(plan.Created ?? DateTimeOffset.UnixEpoch);
        return OciBlob.FromBytes(OciMediaTypes.Config, Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("created", created);
            writer.WriteString("architecture", platform.Architecture);
            writer.WriteString("os", platform.Os);
            if (platform.Variant is not null)
                writer.WriteString("variant", platform.Variant);
            writer.WritePropertyName("config");
            WriteExecution(writer, plan);
            writer.WriteStartObject("rootfs");
            writer.WriteString("type", "layers");
            WriteTexts(writer, "diff_ids", layers.Select(layer => layer.DiffId));
            writer.WriteEndObject();
            writer.WriteStartArray("history");
            foreach (var layer in layers)
            {
                writer.WriteStartObject();
                writer.WriteString("created", created);
                writer.WriteString("created_by", layer.Description);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }

    /// <summary>The manifest.</summary>
    public static OciManifest Manifest(OciDescriptor config, IReadOnlyList<BuiltLayer> layers) =>
        OciManifest.FromBytes(OciMediaTypes.Manifest, Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("schemaVersion", 2);
            writer.WriteString("mediaType", OciMediaTypes.Manifest);
            writer.WritePropertyName("config");
            WriteDescriptor(writer, config);
            writer.WriteStartArray("layers");
            foreach (var layer in layers)
                WriteDescriptor(writer, layer.Blob.Descriptor);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));

    private static void WriteExecution(Utf8JsonWriter writer, ImagePlan plan)
    {
        var spec = plan.Spec.Layers ?? new LayersSpec();
        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = SearchPath };
        foreach (var (name, value) in spec.Environment)
            environment[name] = value;
        writer.WriteStartObject();
        if (spec.User is not null)
            writer.WriteString("User", spec.User);
        WriteSet(writer, "ExposedPorts", spec.Ports.Select(port => port.Contains('/', StringComparison.Ordinal) ? port : $"{port}/tcp"));
        WriteTexts(writer, "Env", environment.Select(variable => $"{variable.Key}={variable.Value}"));
        WriteTexts(writer, "Entrypoint", spec.Entrypoint);
        WriteTexts(writer, "Cmd", spec.Command);
        if (spec.WorkingDirectory is not null)
            writer.WriteString("WorkingDir", spec.WorkingDirectory);
        writer.WriteStartObject("Labels");
        foreach (var (key, value) in plan.Labels.OrderBy(label => label.Key, StringComparer.Ordinal))
            writer.WriteString(key, value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteSet(Utf8JsonWriter writer, string name, IEnumerable<string> keys)
    {
        var sorted = keys.Distinct().Order(StringComparer.Ordinal).ToList();
        if (sorted.Count == 0)
            return;
        writer.WriteStartObject(name);
        foreach (var key in sorted)
        {
            writer.WriteStartObject(key);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        var all = texts.ToList();
        if (all.Count == 0)
            return;
        writer.WriteStartArray(name);
        foreach (var text in all)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void WriteDescriptor(Utf8JsonWriter writer, OciDescriptor descriptor)
    {
        writer.WriteStartObject();
        writer.WriteString("mediaType", descriptor.MediaType);
        writer.WriteString("digest", descriptor.Digest);
        writer.WriteNumber("size", descriptor.Size);
        writer.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return buffer.ToArray();
    }
}
