using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Parts;

/// <summary>An API request about one repository.</summary>
/// <param name="Method">GET, POST, PATCH, PUT or DELETE.</param>
/// <param name="Path">The parts of the path below the repository.</param>
/// <param name="Query">The query.</param>
/// <param name="Body">The JSON body; null where there is none.</param>
/// <param name="Address">The whole address without its query, for links to other pages.</param>
internal sealed record GitHubCall(string Method, string[] Path, IQueryCollection Query, JsonNode? Body, string Address)
{
    /// <summary>A text of the body; null where it is missing or of another type.</summary>
    public string? Text(string name) =>
        Body is JsonObject json && json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>One page of a list, with the Link header that names the next.</summary>
    public GitHubReply Page(IEnumerable<JsonNode> items)
    {
        var all = items.ToList();
        var size = Math.Clamp(Number("per_page", 30), 1, 100);
        var page = Math.Max(1, Number("page", 1));
        var reply = GitHubReply.Ok(new JsonArray([.. all.Skip((page - 1) * size).Take(size)]));
        return page * size >= all.Count
            ? reply
            : reply with
            {
                Headers = new Dictionary<string, string>
                {
                    ["Link"] = $"<{Address}?per_page={size}&page={page + 1}>; rel=\"next\"",
                },
            };
    }

    private int Number(string name, int otherwise) => int.TryParse(Query[name], out var number) ? number : otherwise;
}
