using System.Text;

namespace GitOpsTasks.Init.Sources;

/// <summary>The variables of a stage of a Dockerfile while it and those it is built upon are read, from the lowest: it inherits their arguments and environment.</summary>
/// <param name="escape">The character that escapes <c>$</c>.</param>
/// <param name="given">Arguments given to the build; they win over defaults.</param>
internal sealed class DockerVariables(char escape, IReadOnlyDictionary<string, string> given)
{
    private readonly Dictionary<string, string> _global = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _arguments = new(StringComparer.Ordinal);

    /// <summary>The environment, in the order set; null for a value that is not known.</summary>
    public OrderedDictionary<string, string?> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>An argument before the first stage.</summary>
    public void AddGlobal(string text)
    {
        foreach (var (name, value) in DockerWords.Pairs(text, escape))
        {
            if ((given.GetValueOrDefault(name) ?? (value is null ? null : ExpandGlobal(value))) is { } known)
                _global[name] = known;
        }
    }

    /// <summary>An argument of the stage.</summary>
    public void AddArgument(string text)
    {
        foreach (var (name, value) in DockerWords.Pairs(text, escape))
            _arguments[name] = given.GetValueOrDefault(name) ?? (value is null ? _global.GetValueOrDefault(name) : Expand(value));
    }

    /// <summary>Variables of the environment.</summary>
    public void AddEnvironment(string text)
    {
        foreach (var (name, value) in DockerWords.Pairs(text, escape, isEnvironment: true))
            Environment[name] = value is null ? null : Expand(value);
    }

    /// <summary>A text with its variables; null where one is not known.</summary>
    public string? Expand(string text) => Expand(text, name => Environment.TryGetValue(name, out var value) ? value : _arguments.GetValueOrDefault(name));

    /// <summary>The text of a FROM, which sees the arguments before it alone; null where one is not known.</summary>
    public string? ExpandGlobal(string text) => Expand(text, _global.GetValueOrDefault);

    private string? Expand(string text, Func<string, string?> find)
    {
        if (ShellVariable.IsTooMuch(text))
            return null;
        var expanded = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == escape && i + 1 < text.Length && text[i + 1] == '$')
                expanded.Append(text[++i]);
            else if (text[i] != '$')
                expanded.Append(text[i]);
            else if (ShellVariable.At(text, i) is { } variable)
            {
                var value = variable.Resolve(find, nested => Expand(nested, find));
                if (value is null)
                    return null;
                expanded.Append(value);
                i += variable.Length - 1;
            }
            else
                expanded.Append('$');
        }

        return expanded.ToString();
    }
}
