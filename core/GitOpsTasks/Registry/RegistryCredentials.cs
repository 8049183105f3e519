using System.Net.Http.Headers;
using System.Text;

namespace GitOpsTasks.Registry;

/// <summary>What a registry knows its user by. Never printed.</summary>
/// <param name="Username">The user; of no meaning with an identity token.</param>
/// <param name="Secret">The password or token.</param>
/// <param name="IsIdentityToken">Whether the secret is to be exchanged for an access token (OAuth2 refresh token).</param>
public sealed record RegistryCredentials(string Username, string Secret, bool IsIdentityToken = false)
{
    /// <summary>Whether the secret is an access token, to be sent to the registry as it is (<c>registrytoken</c> in config.json).</summary>
    public bool IsAccessToken { get; init; }

    /// <summary>The header of HTTP basic authentication.</summary>
    public AuthenticationHeaderValue Basic =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Username}:{Secret}")));

    /// <summary>A text without the secret.</summary>
    public override string ToString() => "credentials (secret)";
}
