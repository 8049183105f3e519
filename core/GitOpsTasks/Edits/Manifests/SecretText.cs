using System.Buffers;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Edits.Manifests;

/// <summary>
/// Tells secrets from what stands where a secret will be. It is judged by names and shapes, and errs on the side of saying
/// nothing.
/// </summary>
internal static partial class SecretText
{
    private static readonly SearchValues<string> s_holes = SearchValues.Create(
        ["${", "$(", "{{", "#{", "@@", "ENC[", "<path:", "vault:", "ref+", "op://"], StringComparison.Ordinal);

    private static readonly SearchValues<string> s_placeholders = SearchValues.Create(
        [
            "changeme", "change-me", "change_me", "change me", "replace", "placeholder", "todo", "fixme", "redacted", "example", "dummy", "fake", "insert",
            "your-", "your_", "your ", "yourpass", "yoursecret", "yourtoken", "xxxx", "****", "....", "not-a-secret", "notasecret", "sample",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] s_public = ["-----BEGIN CERTIFICATE", "-----BEGIN PUBLIC", "-----BEGIN SSH2 PUBLIC", "ssh-rsa ", "ssh-ed25519 ", "ecdsa-sha2-"];

    private static readonly HashSet<string> s_harmlessKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "username", "user", "login", "email", "mail", "url", "uri", "address", "host", "hostname", "port", "server", "endpoint", "region", "bucket",
        "database", "dbname", "db", "type", "project", "namespace", "description", "issuer", "insecure", "enablelfs", "enableoci", "proxy", "noproxy", "scheme",
        "ca.crt", "tls.crt", "ca.pem", "cert.pem", "known_hosts", "identity.pub", "usage-bootstrap-authentication", "usage-bootstrap-signing", "token-id", "expiration",
    };

    /// <summary>Whether a text may be a secret: neither empty, nor a hole or word that stands for one, nor meant for everybody.</summary>
    public static bool IsSecret(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length == 0 || trimmed.ContainsAny(s_holes) || trimmed.ContainsAny(s_placeholders) || IsHarmless(trimmed))
            return false;
        foreach (var prefix in s_public)
        {
            if (trimmed.StartsWith(prefix, StringComparison.Ordinal))
                return false;
        }

        return !Stand().IsMatch(trimmed) && trimmed.ContainsAnyExcept(trimmed[0]);
    }

    /// <summary>Whether a key of a Secret usually holds what may be seen.</summary>
    public static bool IsHarmlessKey(string key) => s_harmlessKeys.Contains(key);

    /// <summary>Whether a variable, by its name, holds a secret itself, not a file with it, where to get it or how long it lasts; and has one for its value.</summary>
    public static bool IsWrittenOut(string name, string value) =>
        SecretName().IsMatch(name) && !NameOfObject().IsMatch(name) && IsSecret(value) && !value.StartsWith('/') && !IsAddress(value);

    // One without a user in it, such as one where tokens are given out.
    private static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal);

    private static bool IsHarmless(ReadOnlySpan<char> text) =>
        text is "true" or "false" or "yes" or "no" or "null" or "none" or "{}" or "[]" or """{"auths":{}}""";

    [GeneratedRegex("(^|[_.-])(PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|SECRET|TOKEN|APIKEY|CREDENTIALS?|(API|PRIVATE|SECRET|ACCESS|ENCRYPTION|SIGNING|MASTER|AUTH)[_-]?KEY)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    // <password>, $PASSWORD, %PASSWORD% and __PASSWORD__.
    [GeneratedRegex(@"^(<.*>|\$\w+|%\w+%|__\w+__)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Stand();

    // Names of Secrets, not secrets.
    [GeneratedRegex("(TLS|PULL|CERT|CERTIFICATE|KUBERNETES|K8S)[_.-]?SECRET$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameOfObject();
}
