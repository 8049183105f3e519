using System.Security.Cryptography;
using System.Text;

namespace GitOpsTasks.Generate.Workloads;

/// <summary>The name of a ConfigMap with the hash of its data at its end, as kustomize's configMapGenerator gives it.</summary>
internal static class HashedName
{
    /// <summary>The name, a hyphen and ten characters.</summary>
    public static string Of(string name, IReadOnlyDictionary<string, string> data)
    {
        var json = new StringBuilder("{\"data\":");
        json.Append(data.Count == 0 ? "\"\"" : "{");
        var first = true;
        foreach (var (key, value) in data.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.Append(first ? "" : ",");
            first = false;
            Append(json, key);
            json.Append(':');
            Append(json, value);
        }

        json.Append(data.Count == 0 ? "" : "}").Append(",\"kind\":\"ConfigMap\",\"name\":\"\"}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.ToString())))[..10];
        return $"{name}-{string.Concat(hash.Select(Letter))}";
    }

    private static char Letter(char digit) => digit switch
    {
        '0' => 'g',
        '1' => 'h',
        '3' => 'k',
        'a' => 'm',
        'e' => 't',
        _ => digit,
    };

    // Go's json.Marshal, which no encoder of System.Text.Json matches.
    private static void Append(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                '\n' => json.Append("\\n"),
                '\t' => json.Append("\\t"),
                '<' or '>' or '&' or '\u2028' or '\u2029' => json.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }
}
