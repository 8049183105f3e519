using System.Numerics;

namespace GitOpsTasks.Yaml;

/// <summary>Words that are no strings: <c>null</c>, <c>true</c>, and in YAML 1.1 <c>yes</c> and others.</summary>
internal static class PlainWord
{
    private const int Longest = 5;

    public static YamlScalarType Resolve<T>(ReadOnlySpan<T> text, YamlSchema schema)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (text.Length > Longest)
            return YamlScalarType.String;
        Span<char> word = stackalloc char[Longest];
        for (var i = 0; i < text.Length; i++)
            word[i] = (char)ushort.CreateTruncating(text[i]);
        return word[..text.Length] switch
        {
            "~" or "null" or "Null" or "NULL" => YamlScalarType.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlScalarType.Boolean,
            _ when schema == YamlSchema.Core => YamlScalarType.String,
            "y" or "Y" or "yes" or "Yes" or "YES" or "n" or "N" or "no" or "No" or "NO" => YamlScalarType.Boolean,
            "on" or "On" or "ON" or "off" or "Off" or "OFF" => YamlScalarType.Boolean,
            "<<" => YamlScalarType.Merge,
            "=" => YamlScalarType.DefaultValue,
            _ => YamlScalarType.String,
        };
    }
}
