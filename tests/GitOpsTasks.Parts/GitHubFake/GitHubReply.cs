using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>An answer of the API.</summary>
internal sealed record GitHubReply(int Status, JsonNode? Body)
{
    private const string Documentation = "https://docs.github.com/rest";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static GitHubReply NotFound => Problem(404, "Not Found");

    public static GitHubReply Ok(JsonNode body) => new(200, body);

    public static GitHubReply Created(JsonNode body) => new(201, body);

    public static GitHubReply NoContent => new(204, null);

    public static GitHubReply Problem(int status, string message) =>
        new(status, new JsonObject { ["message"] = message, ["documentation_url"] = Documentation });

    /// <summary>A 422 whose message says nothing; what is wrong stands in its errors.</summary>
    public static GitHubReply Invalid(string resource, string code, string? field = null, string? message = null)
    {
        var error = new JsonObject { ["resource"] = resource, ["code"] = code };
        if (field is not null)
            error["field"] = field;
        if (message is not null)
            error["message"] = message;
        return new GitHubReply(422, new JsonObject
        {
            ["message"] = "Validation Failed",
            ["errors"] = new JsonArray(error),
            ["documentation_url"] = Documentation,
        });
    }
}
