using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GitOpsTasks.Forges.Azure;

/// <summary>
/// Text kept apart from a description, in properties of the pull request: a comment would be sent to everybody who follows it, and
/// an attachment could not be replaced. It is divided, as values are stored in a limited length.
/// </summary>
/// <param name="api">Sends requests.</param>
internal sealed class AzureProperties(AzureApi api)
{
    private const string Prefix = "GitOpsTasks.Comment.";
    private const int LongestPart = 3000;
    private const int MostParts = 400;

    /// <summary>The text with a digest; null where there is none, or another, as where a run broke off between two requests.</summary>
    public async Task<string?> ReadAsync(int number, string digest, CancellationToken cancellationToken)
    {
        var answer = await api.ReadAsync($"pullrequests/{number}/properties", $"read the properties of pull request {number}", cancellationToken);
        var text = answer.Read(json => json.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object ? Join(value) : "");
        return AzureText.DigestOf(text) == digest ? text : null;
    }

    /// <summary>Keeps a text in place of an earlier one: by one request, whole or not at all.</summary>
    public async Task WriteAsync(int number, string text, CancellationToken cancellationToken)
    {
        var parts = Divide(text).Append("").Select((part, index) => (Name: NameOf(index), part));
        var patch = AzureBody.OfEach(parts, (json, part) =>
        {
            json.WriteString("op", "replace");
            json.WriteString("path", "/" + part.Name);
            json.WriteString("value", part.part);
        });
        var answer = await api.PatchAsync($"pullrequests/{number}/properties", patch, cancellationToken);
        api.Succeeded(answer, $"keep what does not fit into the description of pull request {number}");
    }

    private static IEnumerable<string> Divide(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(LongestPart, text.Length - at);
            if (char.IsHighSurrogate(text[at + length - 1]) && length > 1)
                length--;
            yield return text.Substring(at, length);
            at += length;
        }
    }

    // An empty part ends it: what follows is left over from a longer text.
    private static string Join(JsonElement properties)
    {
        var text = new StringBuilder();
        for (var index = 0; index < MostParts && properties.TryGetProperty(NameOf(index), out var property); index++)
        {
            if ((property.ValueKind == JsonValueKind.Object ? AzurePull.Text(property, "$value") : property.GetString()) is not { Length: > 0 } part)
                break;
            text.Append(part);
        }

        return text.ToString();
    }

    private static string NameOf(int index) => Prefix + index.ToString(CultureInfo.InvariantCulture);
}
