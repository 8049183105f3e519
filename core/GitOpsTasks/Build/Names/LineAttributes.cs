using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Names;

/// <summary>The attributes of a line, such as <c>type=sha,format=long</c>: each ends at a comma and has its name before the first equals sign.</summary>
internal sealed class LineAttributes
{
    private readonly Dictionary<string, (PlacedText Name, PlacedText Value)> _values = new(StringComparer.Ordinal);

    private LineAttributes(PlacedText line) => Line = line;

    /// <summary>The whole line.</summary>
    public PlacedText Line { get; }

    /// <summary>The names that are there, in lower case.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The value of an attribute; null where it is not there.</summary>
    public PlacedText? this[string name] => _values.TryGetValue(name, out var found) ? found.Value : null;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="bareName">The attribute that a field without an equals sign gives.</param>
    public static LineAttributes Read(PlacedText line, string bareName)
    {
        var attributes = new LineAttributes(line);
        foreach (var field in CsvFields.Split(line))
        {
            var equals = field.Text.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? field : field.Slice(0, equals).Trim();
            var name = equals < 0 ? bareName : key.Text.ToLowerInvariant();
            if (!attributes._values.TryAdd(name, (key, equals < 0 ? field : field.From(equals + 1).Trim())))
                throw field.Refuse($"The line gives '{name}' twice.", "Write it once; a value with commas needs quotes around the whole field: \"value=a,b\".");
        }

        return attributes;
    }

    /// <summary>Refuses attributes that do not belong here.</summary>
    /// <param name="allowed">Those that do.</param>
    /// <param name="subject">What has them, such as <c>A tag rule of type sha</c>.</param>
    public void Allow(IReadOnlyList<string> allowed, string subject)
    {
        foreach (var (name, (key, _)) in _values)
        {
            if (allowed.Contains(name))
                continue;
            throw key.Refuse(
                $"{subject} has no attribute '{name}'.",
                EditDistance.Nearest(name, allowed) is { } meant ? $"Did you mean '{meant}'?" : $"It may have {string.Join(", ", allowed)}.");
        }
    }

    /// <summary>An attribute that cannot be left out or be empty.</summary>
    public PlacedText Required(string name, string example) => this[name] is { Text.Length: > 0 } value
        ? value
        : throw Line.Refuse($"The line '{Line.Text}' has no '{name}'.", $"Add it, such as {name}={example}.");
}
