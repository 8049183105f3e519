using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>One message of the stream that the Docker Engine answers builds and pushes with.</summary>
internal sealed record DockerMessage
{
    /// <summary>What the message is about: a layer, or a kind of <see cref="Aux"/>.</summary>
    public string? Id { get; init; }

    /// <summary>A line of the build's output.</summary>
    public string? Stream { get; init; }

    /// <summary>The state of a layer.</summary>
    public string? Status { get; init; }

    /// <summary>What went wrong; ends the work, though the HTTP status was 200.</summary>
    public string? Error { get; init; }

    /// <summary>Data for programs.</summary>
    public JsonElement? Aux { get; init; }

    /// <summary>Reads one line.</summary>
    /// <exception cref="TaskFailedException">GOT5012: it is not a JSON object.</exception>
    public static DockerMessage Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return new DockerMessage
            {
                Id = Text(root, "id"),
                Stream = Text(root, "stream"),
                Status = Text(root, "status"),
                Error = Text(root, "error")
                    ?? (root.TryGetProperty("errorDetail", out var detail) ? Text(detail, "message") ?? "unknown error" : null),
                Aux = root.TryGetProperty("aux", out var aux) ? aux.Clone() : null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw TaskFailedException.External(
                BuildCodes.DockerFailed, "The Docker Engine sent what is not a message.", "Check what listens at DOCKER_HOST.", e);
        }
    }

    /// <summary>A text of <see cref="Aux"/>.</summary>
    public string? AuxText(string name) => Aux is { ValueKind: JsonValueKind.Object } aux ? Text(aux, name) : null;

    /// <summary>The text of an error answer: its message where it is JSON, on one line.</summary>
    public static string TextOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            body = Text(document.RootElement, "message") ?? body;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A text, as old engines send.
        }

        return body.ReplaceLineEndings(" ").Trim().TrimEnd('.');
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
