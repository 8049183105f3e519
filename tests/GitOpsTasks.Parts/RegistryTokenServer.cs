using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Parts;

/// <summary>
/// Gives out signed tokens for a real docker-registry, as the distribution project's token specification says: to
/// <see cref="DockerRegistryServer.User"/> for all that is asked for, to anybody for reading.
/// </summary>
public sealed class RegistryTokenServer : IAsyncDisposable
{
    /// <summary>What the registry is called in tokens.</summary>
    public const string Service = "tests";

    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;
    private readonly LoopbackServer _server;

    /// <summary>Starts it.</summary>
    public RegistryTokenServer()
    {
        var now = DateTimeOffset.UtcNow;
        _certificate = new CertificateRequest("CN=tokens of tests", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _server = new LoopbackServer(AnswerAsync);
    }

    /// <summary>Where tokens are asked for.</summary>
    public string Realm => $"{_server.Url}/token";

    /// <summary>The certificate that tokens are signed with, in PEM.</summary>
    public string Certificate => _certificate.ExportCertificatePem();

    /// <summary>How long tokens last; less than nothing for tokens that are over when they are given out.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether a question for more than one repository is refused as a whole, as some servers do.</summary>
    public bool RefusesSeveral { get; set; }

    /// <summary>What was asked for: the query of each request.</summary>
    public ConcurrentQueue<string> Questions { get; } = [];

    /// <summary>The tokens given out.</summary>
    public ConcurrentQueue<string> Tokens { get; } = [];

    /// <summary>Called for each question, before it is answered.</summary>
    public Action<RegistryTokenServer> OnQuestion { get; set; } = _ => { };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
        _key.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Method == "POST")
        {
            // As servers without OAuth2 do; clients then ask with GET.
            http.Response.StatusCode = 405;
            return;
        }

        Questions.Enqueue(http.Request.QueryString.Value ?? "");
        OnQuestion(this);
        var user = http.Request.Headers.Authorization.ToString();
        var isUser = user == "Basic " + Convert.ToBase64String(
            Encoding.UTF8.GetBytes($"{DockerRegistryServer.User}:{DockerRegistryServer.Password}"));
        var isRefused = RefusesSeveral && http.Request.Query["scope"].Count > 1;
        if (isRefused || (user.Length > 0 && !isUser))
        {
            http.Response.StatusCode = isRefused ? 403 : 401;
            return;
        }

        var token = Sign([.. http.Request.Query["scope"].Select(scope => AccessOf(scope!, isUser))]);
        Tokens.Enqueue(token);
        await http.Response.WriteAsync(new JsonObject { ["token"] = token }.ToJsonString());
    }

    private static JsonObject AccessOf(string scope, bool isUser)
    {
        var parts = scope.Split(':');
        var actions = parts[2].Split(',').Where(action => isUser || action == "pull");
        return new JsonObject
        {
            ["type"] = parts[0],
            ["name"] = parts[1],
            ["actions"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]),
        };
    }

    private string Sign(IEnumerable<JsonObject> access)
    {
        var now = DateTimeOffset.UtcNow;
        var head = new JsonObject
        {
            ["typ"] = "JWT",
            ["alg"] = "RS256",
            ["x5c"] = new JsonArray(JsonValue.Create(Convert.ToBase64String(_certificate.RawData))),
        };
        var claims = new JsonObject
        {
            ["iss"] = Service,
            ["sub"] = "",
            ["aud"] = Service,
            ["nbf"] = now.AddHours(-1).ToUnixTimeSeconds(),
            ["iat"] = now.AddHours(-1).ToUnixTimeSeconds(),
            ["exp"] = now.Add(Lifetime).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["access"] = new JsonArray([.. access]),
        };
        var text = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(head))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{text}.{Encode(_key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
