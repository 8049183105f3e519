using GitOpsTasks.Yaml;

namespace GitOpsTasks.Config;

/// <summary>Reads one value from a node.</summary>
/// <typeparam name="T">What the value becomes.</typeparam>
/// <param name="node">The value's node, aliases followed.</param>
/// <param name="findings">Where errors go.</param>
/// <param name="value">The value; meaningless where the answer is false.</param>
/// <returns>Whether the value could be read; where not, an error was reported.</returns>
public delegate bool ConfigValueRead<T>(YamlNode node, ConfigFindings findings, out T value);
