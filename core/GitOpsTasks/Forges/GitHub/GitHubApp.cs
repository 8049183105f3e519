using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>A GitHub App as its environment variables name it. Its key is never shown.</summary>
internal sealed class GitHubApp
{
    // GitHub takes at most ten minutes, and its clock may be behind.
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan s_skew = TimeSpan.FromMinutes(1);

    private readonly string _key;

    private GitHubApp(string id, string key) => (Id, _key) = (id, key);

    /// <summary>Its id, or its client id.</summary>
    public string Id { get; }

    /// <summary>The App of GITOPS_APP_ID and GITOPS_APP_PRIVATE_KEY; null where neither is set.</summary>
    /// <exception cref="TaskFailedException">GOT7030: only one of the two is set.</exception>
    public static GitHubApp? Of(EnvironmentSnapshot environment) => (environment["GITOPS_APP_ID"], environment["GITOPS_APP_PRIVATE_KEY"]) switch
    {
        (null, null) => null,
        ({ } id, { } key) => new GitHubApp(id.Trim(), key),
        (null, _) => throw Unusable("GITOPS_APP_PRIVATE_KEY is set and GITOPS_APP_ID is not."),
        _ => throw Unusable("GITOPS_APP_ID is set and GITOPS_APP_PRIVATE_KEY is not."),
    };

    /// <summary>A token the App authenticates itself with, valid for minutes: a JSON Web Token signed with RS256.</summary>
    /// <exception cref="TaskFailedException">GOT7030: the key is no private key of RSA.</exception>
    public string Authenticate(DateTimeOffset now)
    {
        var claims = new MemoryStream();
        using (var json = new Utf8JsonWriter(claims))
        {
            json.WriteStartObject();
            json.WriteNumber("iat", (now - s_skew).ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + s_lifetime).ToUnixTimeSeconds());
            json.WriteString("iss", Id);
            json.WriteEndObject();
        }

        var signed = $"{Base64Url.EncodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}"u8)}.{Base64Url.EncodeToString(claims.ToArray())}";
        using var rsa = Key();
        return $"{signed}.{Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    // CI systems mangle texts of several lines: line ends may be written as \n, or the whole be in base64.
    private RSA Key()
    {
        var text = _key.Replace("\\n", "\n", StringComparison.Ordinal).Trim();
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(text.StartsWith("-----", StringComparison.Ordinal) ? text : Encoding.UTF8.GetString(Convert.FromBase64String(text)));
            return rsa;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or CryptographicException)
        {
            rsa.Dispose();
            throw Unusable("GITOPS_APP_PRIVATE_KEY holds no private key of RSA.");
        }
    }

    private static TaskFailedException Unusable(string message) => TaskFailedException.Usage(
        RepositoryCodes.AppKeyInvalid, message, "Set GITOPS_APP_ID to the App's id and GITOPS_APP_PRIVATE_KEY to the text of the .pem file that GitHub made for it.");
}
