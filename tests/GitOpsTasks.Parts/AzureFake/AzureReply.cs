using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>An answer of the API.</summary>
internal sealed record AzureReply(int Status, JsonNode? Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The page to sign in at, instead of JSON.</summary>
    public string? Html { get; init; }

    public static AzureReply Ok(JsonNode body) => new(200, body);

    public static AzureReply Created(JsonNode body) => new(201, body);

    public static AzureReply List(IEnumerable<JsonNode> items)
    {
        var value = new JsonArray([.. items]);
        return Ok(new JsonObject { ["value"] = value, ["count"] = value.Count });
    }

    public static AzureReply Invalid(string what) =>
        Problem(400, $"Invalid argument value.\r\nParameter name: {what}", "InvalidArgumentValueException");

    public static AzureReply Problem(int status, string message, string kind) => new(status, new JsonObject
    {
        ["$id"] = "1",
        ["innerException"] = null,
        ["message"] = message,
        ["typeName"] = $"Microsoft.TeamFoundation.Git.Server.{kind}, Microsoft.TeamFoundation.Git.Server",
        ["typeKey"] = kind,
        ["errorCode"] = 0,
        ["eventId"] = 3000,
    });

    public static AzureReply SignIn(int status) => new(status, null)
    {
        Html = "<!DOCTYPE html><html><head><title>Azure DevOps Services | Sign In</title></head></html>",
        Headers = status == 302 ? new Dictionary<string, string> { ["Location"] = "https://spsprod.example.com/_signin?realm=acme" } : new Dictionary<string, string>(),
    };
}
