using System.Text;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Git;

/// <summary>git configuration, as <c>git config --list -z</c> prints it.</summary>
/// <param name="values">Keys - section and name in lower case - and values, in the order git reads them.</param>
internal sealed partial class GitSettings(IReadOnlyList<KeyValuePair<string, string>> values)
{
    /// <summary>All keys and values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values { get; } = values;

    /// <summary>The last value of a key; null where it is not set.</summary>
    public string? this[string key] => Values.LastOrDefault(pair => pair.Key == key).Value;

    /// <summary>Whether addresses are rewritten: <c>url.BASE.insteadOf</c> and <c>pushInsteadOf</c>.</summary>
    public bool RewritesAddresses => Values.Any(pair => InsteadOf().IsMatch(pair.Key));

    /// <summary>Reads the output of git: <c>KEY LF VALUE NUL</c>, without the line end where a key has no value.</summary>
    public static GitSettings Read(ReadOnlySpan<byte> output) => new(
    [
        .. Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(record => record.Split('\n', 2))
            .Select(parts => KeyValuePair.Create(parts[0], parts.Length > 1 ? parts[1] : "true")),
    ]);

    [GeneratedRegex(@"\Aurl\..*\.(push)?insteadof\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex InsteadOf();
}
