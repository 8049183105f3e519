using System.Text.RegularExpressions;

namespace GitOpsTasks.Edits.Manifests;

/// <summary>Tells secrets by their own shape, whatever their names: tokens of well-known issuers, private keys, and passwords in addresses.</summary>
internal static partial class SecretShapes
{
    /// <summary>Whether there is one in a text.</summary>
    public static bool IsIn(string text) =>
        Token().IsMatch(text) || PrivateKey().IsMatch(text) || Password().Matches(text).Any(match => SecretText.IsSecret(match.Groups["secret"].Value));

    [GeneratedRegex(
        @"\b(gh[oprsu]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22,}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36}|(AKIA|ASIA)[0-9A-Z]{16}\b|AIza[\w-]{35}|xox[abeoprs]-[A-Za-z0-9-]{10,}"
        + @"|[rs]k_live_[A-Za-z0-9]{16,}|SG\.[\w-]{22}\.[\w-]{43}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY", RegexOptions.CultureInvariant)]
    private static partial Regex PrivateKey();

    // https://user:password@host, and the connection strings of ADO and Azure.
    [GeneratedRegex(
        @"://[^/\s:@]*:(?<secret>[^@\s/]+)@|(^|[;\s])(Password|Pwd|AccountKey|SharedAccessKey|SharedSecret)\s*=\s*(?<secret>[^;]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Password();
}
