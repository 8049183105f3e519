using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>GitHub Apps: their keys, installations, and the tokens they get, each for some repositories and permissions.</summary>
internal sealed class FakeApps
{
    private readonly Dictionary<string, (RSA Key, string Owner, IReadOnlyDictionary<string, string> Granted)> _apps = [];
    private readonly Dictionary<string, (IReadOnlyList<string> Repositories, JsonObject Permissions)> _tokens = [];

    public void Add(string id, RSA key, string owner, IReadOnlyDictionary<string, string> granted) => _apps[id] = (key, owner, granted);

    public bool Knows(string token) => _tokens.ContainsKey(token);

    /// <summary>A token's permissions, as they were asked for; null where it is none of an App.</summary>
    public JsonObject? PermissionsOf(string token) => _tokens.TryGetValue(token, out var found) ? found.Permissions : null;

    public GitHubReply Find(string bearer, string owner) => AppOf(bearer) is not { } id
        ? GitHubReply.Problem(401, "A JSON web token could not be decoded")
        : _apps[id].Owner != owner
            ? GitHubReply.NotFound
            : GitHubReply.Ok(new JsonObject { ["id"] = 4711, ["permissions"] = Json(_apps[id].Granted) });

    public GitHubReply MakeToken(string bearer, JsonNode? body, DateTimeOffset expiresAt)
    {
        if (AppOf(bearer) is not { } id)
            return GitHubReply.Problem(401, "A JSON web token could not be decoded");
        var permissions = body?["permissions"] as JsonObject ?? Json(_apps[id].Granted);
        foreach (var (name, level) in permissions)
        {
            if (!_apps[id].Granted.TryGetValue(name, out var most) || (most == "read" && level!.GetValue<string>() != "read"))
                return GitHubReply.Problem(422, "The permissions requested are not granted to this installation.");
        }

        var token = $"ghs_{Guid.NewGuid():N}";
        _tokens[token] = ([.. (body?["repositories"] as JsonArray ?? []).Select(name => name!.GetValue<string>())], (JsonObject)permissions.DeepClone());
        return GitHubReply.Created(new JsonObject
        {
            ["token"] = token,
            ["expires_at"] = expiresAt.ToString("yyyy-MM-ddTHH:mm:ssZ"),
            ["permissions"] = permissions.DeepClone(),
        });
    }

    /// <summary>What keeps a token from a request; null where nothing does.</summary>
    public GitHubReply? RefusalOf(string token, string repository, bool writes)
    {
        if (!_tokens.TryGetValue(token, out var found))
            return null;
        if (!found.Repositories.Contains(repository))
            return GitHubReply.NotFound;
        return writes && found.Permissions["contents"]?.GetValue<string>() != "write"
            ? GitHubReply.Problem(403, "Resource not accessible by integration")
            : null;
    }

    private string? AppOf(string bearer)
    {
        if (bearer.Split('.') is not [var header, var claims, var signature]
            || Parse(header)?["alg"]?.GetValue<string>() != "RS256"
            || Parse(claims)?["iss"]?.GetValue<string>() is not { } id || !_apps.TryGetValue(id, out var app))
            return null;
        var lifetime = Parse(claims)!["exp"]!.GetValue<long>() - Parse(claims)!["iat"]!.GetValue<long>();
        var isSigned = app.Key.VerifyData(
            Encoding.ASCII.GetBytes($"{header}.{claims}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return isSigned && lifetime is > 0 and <= 660 ? id : null;
    }

    private static JsonNode? Parse(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part));

    private static JsonObject Json(IReadOnlyDictionary<string, string> granted) =>
        new(granted.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
