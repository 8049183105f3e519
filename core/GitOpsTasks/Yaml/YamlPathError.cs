namespace GitOpsTasks.Yaml;

/// <summary>Why a text is no <see cref="YamlPath"/>.</summary>
/// <param name="Position">Which character of the text, counted from 0.</param>
/// <param name="Message">One sentence.</param>
public sealed record YamlPathError(int Position, string Message);
