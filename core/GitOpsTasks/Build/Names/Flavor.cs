using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Names;

/// <summary>What all tags of an image have in common.</summary>
internal sealed record Flavor
{
    private static readonly string[] s_attributes = ["latest", "prefix", "suffix", "onlatest"];

    /// <summary>When the image becomes <c>latest</c>.</summary>
    public LatestMode Latest { get; private init; }

    /// <summary>Stands before each tag whose rule gives no prefix; null for nothing.</summary>
    public PlacedText? Prefix { get; private init; }

    /// <summary>Stands after each tag whose rule gives no suffix; null for nothing.</summary>
    public PlacedText? Suffix { get; private init; }

    /// <summary>What is written around the tag <c>latest</c>; null where nothing is.</summary>
    public SourcePlace? LatestPlace => (IsPrefixOnLatest ? Prefix : IsSuffixOnLatest ? Suffix : null)?.Place;

    private bool IsPrefixOnLatest { get; init; }

    private bool IsSuffixOnLatest { get; init; }

    /// <summary>Reads it; later lines win.</summary>
    public static Flavor Read(string text) => NameInput.Flavor.Lines(text).Aggregate(new Flavor(), (flavor, line) => flavor.With(line));

    /// <summary>The tag <c>latest</c> with the prefix and suffix it is to have.</summary>
    public string LatestTag(TemplateScope scope) =>
        Fill(IsPrefixOnLatest ? Prefix : null, scope) + "latest" + Fill(IsSuffixOnLatest ? Suffix : null, scope);

    /// <summary>A value with prefix and suffix, those of its rule before these.</summary>
    public string Decorate(RuleValue value, TemplateScope scope)
    {
        var rule = value.Rule;
        return (rule.Fill("prefix", scope) ?? rule.OwnPrefix ?? Fill(Prefix, scope)) + value.Text + (rule.Fill("suffix", scope) ?? Fill(Suffix, scope));
    }

    private static string Fill(PlacedText? text, TemplateScope scope) => text is null ? "" : NameTemplate.Parse(text).Fill(scope);

    private Flavor With(PlacedText line)
    {
        var attributes = LineAttributes.Read(line, "");
        attributes.Allow(s_attributes, "A flavor");
        var isOnLatest = attributes["onlatest"] is { } onLatest && IsTrue(onLatest);
        if (attributes["onlatest"] is { } alone && attributes["prefix"] is null && attributes["suffix"] is null)
            throw alone.Refuse("'onlatest' stands on a line without prefix or suffix.", "Write it on the line of the one it is about: prefix=alpine-,onlatest=true.");
        return this with
        {
            Latest = attributes["latest"] is { } latest ? ModeOf(latest) : Latest,
            Prefix = attributes["prefix"] ?? Prefix,
            IsPrefixOnLatest = attributes["prefix"] is null ? IsPrefixOnLatest : isOnLatest,
            Suffix = attributes["suffix"] ?? Suffix,
            IsSuffixOnLatest = attributes["suffix"] is null ? IsSuffixOnLatest : isOnLatest,
        };
    }

    private static LatestMode ModeOf(PlacedText text) => text.Text switch
    {
        "auto" => LatestMode.Auto,
        "true" => LatestMode.Always,
        "false" => LatestMode.Never,
        "highest" => LatestMode.Highest,
        _ => throw text.Refuse($"'{text.Text}' does not say when an image becomes latest.", "Write latest=auto, true, false or highest."),
    };

    private static bool IsTrue(PlacedText text) => text.Text switch
    {
        "true" => true,
        "false" => false,
        _ => throw text.Refuse($"'{text.Text}' is neither true nor false.", "Write onlatest=true or onlatest=false."),
    };
}
