namespace GitOpsTasks.Processes;

/// <summary>The environment variables a host started with, as a value. Never read again from the process.</summary>
public sealed class EnvironmentSnapshot
{
    private readonly Dictionary<string, string> _variables;

    /// <summary>Takes a snapshot of the given variables; later changes to the source are not seen.</summary>
    /// <param name="variables">Names and values; names compare without case on Windows.</param>
    public EnvironmentSnapshot(IEnumerable<KeyValuePair<string, string>> variables)
    {
        _variables = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var (name, value) in variables)
            _variables[name] = value;
    }

    /// <summary>An environment without variables.</summary>
    public static EnvironmentSnapshot Empty { get; } = new([]);

    /// <summary>All names and values.</summary>
    public IReadOnlyDictionary<string, string> Variables => _variables;

    /// <summary>The value of a variable, or null where it is not set or empty.</summary>
    public string? this[string name] =>
        _variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The first of the named variables that is set and not empty.</summary>
    public string? FirstOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is { } value)
                return value;
        }

        return null;
    }

    /// <summary>This environment with some variables set, or removed where the value is null.</summary>
    public EnvironmentSnapshot With(IEnumerable<KeyValuePair<string, string?>> changes)
    {
        var variables = new Dictionary<string, string>(_variables, _variables.Comparer);
        foreach (var (name, value) in changes)
        {
            if (value is null)
                variables.Remove(name);
            else
                variables[name] = value;
        }

        return new EnvironmentSnapshot(variables);
    }

    /// <summary>The number of variables; values are never printed, they may be secret.</summary>
    public override string ToString() => $"{_variables.Count} variables";
}
