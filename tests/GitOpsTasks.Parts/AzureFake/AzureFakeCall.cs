using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Parts;

/// <summary>An API request about one repository.</summary>
/// <param name="Method">GET, POST or PATCH.</param>
/// <param name="Path">The parts of the path below the repository.</param>
/// <param name="Query">The query.</param>
/// <param name="Body">The JSON body; null where there is none.</param>
/// <param name="MediaType">What the body is said to be.</param>
internal sealed record AzureFakeCall(string Method, string[] Path, IQueryCollection Query, JsonNode? Body, string MediaType)
{
    /// <summary>A text of the body; null where it is missing or of another type.</summary>
    public string? Text(string name) =>
        Body is JsonObject json && json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A number of the query.</summary>
    public int Number(string name, int otherwise) => int.TryParse(Query[name], out var number) ? number : otherwise;
}
