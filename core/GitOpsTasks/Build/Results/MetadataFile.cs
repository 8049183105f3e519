using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Results;

/// <summary>
/// The file of what is known of each image, for scripts: a JSON object with a member for each image, by its name. Values that
/// are not known are null; members are added in later versions, and none is taken away.
/// </summary>
/// <param name="path">Absolute path.</param>
internal sealed class MetadataFile(string path)
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true };

    /// <summary>Takes away the file of an earlier run, whose digests must not be taken for those of a run that fails.</summary>
    /// <exception cref="TaskFailedException">GOT1006: it cannot be removed.</exception>
    public void Remove()
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing is there.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw TaskFailedException.Usage(UsageCodes.WriteFailed, $"'{path}' cannot be written: {e.Message}", "Name a file in a folder you may write to.");
        }
    }

    /// <summary>Writes it whole.</summary>
    /// <exception cref="TaskFailedException">GOT1006: it cannot be written.</exception>
    public async Task WriteAsync(IReadOnlyList<ImageResult> images, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await using (var json = new Utf8JsonWriter(content, s_options))
        {
            json.WriteStartObject();
            foreach (var image in images)
                Write(json, image);
            json.WriteEndObject();
        }

        content.WriteByte((byte)'\n');
        content.Position = 0;
        await WholeFile.WriteAsync(path, content, cancellationToken);
    }

    private static void Write(Utf8JsonWriter json, ImageResult image)
    {
        json.WriteStartObject(image.Name);
        json.WriteString("repository", image.Repository);
        Texts(json, "tags", image.Tags);
        json.WriteString("version", image.Version);
        json.WriteString("digest", image.Digest);
        json.WriteString("ref", image.Reference);
        json.WriteString("mediaType", image.MediaType);
        json.WriteString("imageId", image.ImageId);
        if (image.Size is { } size)
            json.WriteNumber("size", size);
        else
            json.WriteNull("size");
        Texts(json, "platforms", image.Platforms);
        json.WritePropertyName("platformImages");
        JsonSerializer.Serialize(json, image.PlatformImages, BuildJson.Default.IReadOnlyListPlatformImage);
        json.WritePropertyName("attached");
        JsonSerializer.Serialize(json, image.Attached, BuildJson.Default.IReadOnlyListAttachedArtifact);
        json.WriteBoolean("pushed", image.Pushed);
        json.WriteBoolean("changed", image.Changed);
        json.WriteString("layout", image.Artifact);

        // Names of docker buildx bake, whose file has a member for each target.
        if (image.Digest is not null)
            json.WriteString("containerimage.digest", image.Digest);
        json.WriteString("image.name", string.Join(',', image.Tags.Select(tag => $"{image.Repository}:{tag}")));
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
