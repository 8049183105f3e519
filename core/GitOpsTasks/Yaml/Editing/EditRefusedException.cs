namespace GitOpsTasks.Yaml;

/// <summary>Why an edit cannot be written; <see cref="YamlEditor"/> turns it into a diagnostic.</summary>
internal sealed class EditRefusedException(YamlNode? node, string reason) : Exception(reason)
{
    /// <summary>The node the edit is about; null where only the whole batch is known to be at fault.</summary>
    public YamlNode? Node { get; } = node;
}
