using System.Security.Cryptography;
using System.Text;

namespace GitOpsTasks.Generate;

/// <summary>The data of one ConfigMap, ordered by key.</summary>
public sealed class ConfigData
{
    private ConfigData(SortedDictionary<string, string> values) => Values = values;

    /// <summary>No data.</summary>
    public static ConfigData Empty { get; } = new(new SortedDictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Keys and values, ordered by key.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>How many bytes the API server counts.</summary>
    public int Bytes => Values.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value));

    /// <summary>SHA-256 over keys and values, in hexadecimal digits: changes exactly where the data does.</summary>
    public string Checksum
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var (key, value) in Values)
                hash.AppendData(Encoding.UTF8.GetBytes($"{key}\0{value}\0"));
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>This data with values added or replaced.</summary>
    public ConfigData With(IEnumerable<KeyValuePair<string, string>> values)
    {
        var merged = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Values.Concat(values))
            merged[key] = value;
        return new ConfigData(merged);
    }

    /// <summary>The values that are not in other data, or differ there.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> DifferencesFrom(ConfigData other) =>
        [.. Values.Where(pair => other.Values.GetValueOrDefault(pair.Key) != pair.Value)];
}
