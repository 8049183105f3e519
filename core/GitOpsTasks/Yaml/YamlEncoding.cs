namespace GitOpsTasks.Yaml;

/// <summary>The encodings a YAML stream may have (YAML 1.2.2, 5.2).</summary>
public enum YamlEncoding
{
    /// <summary>UTF-8, what nearly every file has.</summary>
    Utf8,

    /// <summary>UTF-16, low byte first.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16BigEndian,

    /// <summary>UTF-32, low byte first.</summary>
    Utf32LittleEndian,

    /// <summary>UTF-32, high byte first.</summary>
    Utf32BigEndian,
}
