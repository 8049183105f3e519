using System.Security.Cryptography;
using System.Text;

namespace GitOpsTasks.Generate.Env;

/// <summary>
/// The ten characters that kustomize's generators put at the end of a name: a hash of the data, and of nothing else, so that
/// two ConfigMaps with the same data have the same.
/// </summary>
public static class NameSuffixHash
{
    /// <summary>The hash of a ConfigMap.</summary>
    /// <param name="data">Its texts, by key.</param>
    /// <param name="binaryData">What is no text, by key.</param>
    public static string OfConfigMap(
        IEnumerable<KeyValuePair<string, string>> data, IEnumerable<KeyValuePair<string, byte[]>>? binaryData = null)
    {
        var json = new StringBuilder("{");
        if (Map(InBase64(binaryData ?? [])) is { } binary)
            json.Append("\"binaryData\":").Append(binary).Append(',');
        return OfJson(json.Append("\"data\":").Append(Map(data) ?? "\"\"").Append(",\"kind\":\"ConfigMap\",\"name\":\"\"}"));
    }

    /// <summary>The hash of a Secret; one without data has an empty mapping there, where a ConfigMap has none.</summary>
    /// <param name="data">Its values, by key.</param>
    /// <param name="type">Its type.</param>
    public static string OfSecret(IEnumerable<KeyValuePair<string, byte[]>> data, string type = "Opaque")
    {
        var json = new StringBuilder("{\"data\":").Append(Map(InBase64(data)) ?? "{}").Append(",\"kind\":\"Secret\",\"name\":\"\",\"type\":");
        GoJson.Append(json, type);
        return OfJson(json.Append('}'));
    }

    private static string OfJson(StringBuilder json) =>
        string.Concat(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.ToString())))[..10].Select(Letter));

    // Keys are ASCII, so that ordinal order is the order of their bytes.
    private static string? Map(IEnumerable<KeyValuePair<string, string>> data)
    {
        var json = new StringBuilder();
        foreach (var (key, value) in data.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            GoJson.Append(json.Append(json.Length == 0 ? '{' : ','), key);
            GoJson.Append(json.Append(':'), value);
        }

        return json.Length == 0 ? null : json.Append('}').ToString();
    }

    private static IEnumerable<KeyValuePair<string, string>> InBase64(IEnumerable<KeyValuePair<string, byte[]>> data) =>
        data.Select(pair => KeyValuePair.Create(pair.Key, Convert.ToBase64String(pair.Value)));

    // So that no word comes about by chance.
    private static char Letter(char digit) => digit switch
    {
        '0' => 'g',
        '1' => 'h',
        '3' => 'k',
        'a' => 'm',
        'e' => 't',
        _ => digit,
    };
}
