namespace GitOpsTasks.Contracts;

/// <summary>
/// The texts a host was given for the inputs of a task, before they mean anything. They are parsed here, once, so that the
/// same text means the same in every host.
/// </summary>
public sealed class InputValues
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <summary>All texts of all inputs.</summary>
    public IEnumerable<string> Texts => _values.Values.SelectMany(values => values);

    /// <summary>Adds one text; empty texts count as not given, as GitHub passes unset inputs.</summary>
    public InputValues Add(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return this;
        if (!_values.TryGetValue(name, out var values))
            _values[name] = values = [];
        values.Add(value);
        return this;
    }

    /// <summary>Adds several texts.</summary>
    public InputValues Add(string name, IEnumerable<string> values)
    {
        foreach (var value in values)
            Add(name, value);
        return this;
    }

    /// <summary>The value of an input.</summary>
    /// <exception cref="TaskFailedException">A required input is missing, or a text cannot be parsed.</exception>
    public T Get<T>(TaskInput<T> input)
    {
        var values = _values.TryGetValue(input.Name, out var found) ? found : [];
        if (input.Required && values.Count == 0)
        {
            throw TaskFailedException.Usage(
                UsageCodes.InputMissing, $"The input '{input.Name}' is required.", input.Description);
        }

        try
        {
            return input.Parse(values);
        }
        catch (FormatException e)
        {
            var shown = input.Secret ? "(secret)" : values[^1];
            throw TaskFailedException.Usage(
                UsageCodes.InputInvalid, $"'{shown}' is not a value for the input '{input.Name}'.", e.Message);
        }
    }
}
