using System.Globalization;

namespace GitOpsTasks.Build.Names;

/// <summary>One line of <c>tags</c>: a rule that gives an image a tag for some events.</summary>
/// <param name="Type">What it makes the tag from.</param>
/// <param name="Priority">Rules of higher priority come first.</param>
/// <param name="Attributes">Its line.</param>
internal sealed record NameRule(string Type, int Priority, LineAttributes Attributes)
{
    /// <summary>The rules taken where none are written.</summary>
    public const string Defaults = "type=schedule\ntype=ref,event=branch\ntype=ref,event=tag\ntype=ref,event=pr";

    private static readonly Dictionary<string, (int Priority, string[] Attributes)> s_types = new(StringComparer.Ordinal)
    {
        ["schedule"] = (1000, ["pattern"]),
        ["semver"] = (900, ["pattern", "value", "match"]),
        ["pep440"] = (900, ["pattern", "value", "match"]),
        ["match"] = (800, ["pattern", "group", "value"]),
        ["edge"] = (700, ["branch"]),
        ["ref"] = (600, ["event"]),
        ["raw"] = (200, ["value"]),
        ["sha"] = (100, ["format"]),
    };

    /// <summary>The line as it was written, for messages.</summary>
    public string Text => Attributes.Line.Text;

    /// <summary>The value of an attribute; null where it is not given.</summary>
    public PlacedText? this[string attribute] => Attributes[attribute];

    /// <summary>The prefix it has of its own.</summary>
    public string? OwnPrefix => Type switch
    {
        "sha" => "sha-",
        "ref" when this["event"]?.Text == "pr" => "pr-",
        _ => null,
    };

    /// <summary>All rules, in order of priority and then as they are written.</summary>
    public static IReadOnlyList<NameRule> ReadAll(string text)
    {
        var lines = NameInput.Tags.Lines(text).ToList();
        return [.. (lines.Count > 0 ? lines : NameInput.Tags.Lines(Defaults)).Select(Read).OrderByDescending(rule => rule.Priority)];
    }

    /// <summary>Whether it is switched on.</summary>
    public bool IsEnabled(TemplateScope scope) => Switch.IsOn(this["enable"], scope);

    /// <summary>An attribute with its expressions filled in; null where it is not given.</summary>
    public string? Fill(string attribute, TemplateScope scope) =>
        this[attribute] is { } text ? NameTemplate.Parse(text).Fill(scope) : null;

    private static NameRule Read(PlacedText line)
    {
        var attributes = LineAttributes.Read(line, "value");
        var type = attributes["type"]?.Text.ToLowerInvariant() ?? "raw";
        if (!s_types.TryGetValue(type, out var known))
        {
            throw attributes["type"]!.Refuse(
                $"There is no type '{type}' of tag rules.",
                Contracts.EditDistance.Nearest(type, s_types.Keys) is { } meant ? $"Did you mean '{meant}'?" : $"Types are {string.Join(", ", s_types.Keys)}.");
        }

        attributes.Allow([.. known.Attributes, "type", "priority", "enable", "prefix", "suffix"], $"A tag rule of type {type}");
        var rule = new NameRule(type, PriorityOf(attributes, known.Priority), attributes);
        rule.Check();
        return rule;
    }

    private static int PriorityOf(LineAttributes attributes, int usual)
    {
        if (attributes["priority"] is not { } text)
            return usual;
        return int.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var priority)
            ? priority
            : throw text.Refuse($"'{text.Text}' is not a priority.", $"Write a whole number; rules of type {attributes["type"]?.Text ?? "raw"} have {usual}.");
    }

    // What can be told without an event.
    private void Check()
    {
        if (Type is "semver" or "pep440")
            Attributes.Required("pattern", "{{version}}");
        else if (Type == "match")
            Attributes.Required("pattern", @"v(\d+\.\d+)");
        else if (Type == "raw")
            Attributes.Required("value", "dev");
        else if (Type == "ref")
            OneOf(Attributes.Required("event", "branch"), "branch", "tag", "pr");
        else if (Type == "sha" && this["format"] is { } format)
            OneOf(format, "short", "long");
    }

    private static void OneOf(PlacedText value, params string[] choices)
    {
        if (!choices.Contains(value.Text))
            throw value.Refuse($"'{value.Text}' is none of {string.Join(", ", choices)}.", "Write one of them, in lower case.");
    }
}
