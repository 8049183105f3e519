using System.Text.RegularExpressions;
using GitOpsTasks.Edits.Manifests;

namespace GitOpsTasks.Init.Sources;

/// <summary>Tells variables whose values are better not copied. Rather one too many: a reference is easily written back.</summary>
internal static partial class SecretGuess
{
    /// <summary>Whether a variable is one, by its name or the shape of its value.</summary>
    public static bool IsOne(string name, string value) => IsName(name) || SecretText.IsWrittenOut(name, value) || SecretShapes.IsIn(value) || Credentials().IsMatch(value);

    /// <summary>Whether a name is that of a secret.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    [GeneratedRegex(
        "(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|(^|[_.-])(PASS|PWD|DSN)|(API|PRIVATE|SECRET|ACCESS|ACCOUNT|ENCRYPTION|SIGNING|MASTER|AUTH|LICENSE)[_.-]?KEY)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex(@"://[^/\s@]*:[^/\s@]+@|(^|[;\s])(Password|Pwd|AccountKey|SharedAccessKey)\s*=\s*[^;\s]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Credentials();
}
