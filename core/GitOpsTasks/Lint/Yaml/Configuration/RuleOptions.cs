using System.Text.RegularExpressions;

namespace GitOpsTasks.Lint.Yaml.Configuration;

/// <summary>The options of a rule, each with a value of the right kind.</summary>
internal sealed class RuleOptions(IReadOnlyDictionary<string, object> values)
{
    /// <summary>A truth value.</summary>
    public bool Flag(string name) => values[name] is true;

    /// <summary>A number; -1 where the option is not one.</summary>
    public int Number(string name) => values[name] is int number ? number : -1;

    /// <summary>A text; null where the option is not one.</summary>
    public string? Text(string name) => values[name] as string;

    /// <summary>A list.</summary>
    public string[] List(string name) => (string[])values[name];

    /// <summary>A list of regular expressions.</summary>
    public Regex[] Patterns(string name) =>
        Array.ConvertAll(List(name), pattern => new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
