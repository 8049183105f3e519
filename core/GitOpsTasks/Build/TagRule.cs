using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>One tag rule: its type and attributes, such as <c>type=semver,pattern={{version}}</c>.</summary>
/// <param name="Text">The rule as it was written, for messages.</param>
/// <param name="Type">One of <c>semver</c>, <c>ref</c>, <c>raw</c>, <c>sha</c>.</param>
/// <param name="Attributes">The attributes, by lower-case name.</param>
internal sealed record TagRule(string Text, string Type, IReadOnlyDictionary<string, string> Attributes)
{
    private static readonly Dictionary<string, (int Priority, string[] Attributes)> Types = new(StringComparer.Ordinal)
    {
        ["semver"] = (900, ["pattern", "value"]),
        ["ref"] = (600, ["event"]),
        ["raw"] = (200, ["value"]),
        ["sha"] = (100, ["format"]),
    };

    private static readonly string[] CommonAttributes = ["type", "enable", "prefix", "suffix"];

    /// <summary>Rules of higher priority come first; the same numbers as docker/metadata-action.</summary>
    public int Priority => Types[Type].Priority;

    /// <summary>The value of an attribute; null where it is not given.</summary>
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    /// <summary>Reads a rule. A field without an equals sign is the value; without a type it is a raw rule.</summary>
    /// <exception cref="TaskFailedException">GOT5003: it is not in the grammar.</exception>
    public static TagRule Parse(string text)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in CsvLine.Split(text))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? "value" : field[..equals].Trim().ToLowerInvariant();
            attributes[name] = equals < 0 ? field.Trim() : field[(equals + 1)..].Trim();
        }

        var type = attributes.GetValueOrDefault("type", "raw");
        if (!Types.TryGetValue(type, out var known))
            throw Invalid(text, $"is of the unknown type '{type}'", $"Types are {string.Join(", ", Types.Keys)}.");
        var allowed = CommonAttributes.Concat(known.Attributes).ToList();
        if (attributes.Keys.FirstOrDefault(name => !allowed.Contains(name)) is { } unknown)
            throw Invalid(text, $"has the unknown attribute '{unknown}'", $"It may have {string.Join(", ", allowed)}.");
        return new TagRule(text, type, attributes);
    }

    /// <summary>Whether the rule is switched on.</summary>
    public bool IsEnabled => this["enable"] switch
    {
        null or "true" => true,
        "false" => false,
        _ => throw Invalid(Text, "has an 'enable' that is neither true nor false", "Write enable=true or enable=false."),
    };

    /// <summary>An attribute the rule cannot do without.</summary>
    public string Required(string attribute) =>
        this[attribute] ?? throw Invalid(Text, $"has no '{attribute}'", $"Add {attribute}=.");

    /// <summary>A rule that is not in the grammar.</summary>
    public static TaskFailedException Invalid(string text, string what, string advice) =>
        TaskFailedException.Usage(BuildCodes.TagRuleInvalid, $"The tag rule '{text}' {what}.", advice);
}
