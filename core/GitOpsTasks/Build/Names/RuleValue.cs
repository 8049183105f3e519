namespace GitOpsTasks.Build.Names;

/// <summary>What a rule gives for an event, before prefix and suffix.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Text">The value; nothing where it is empty.</param>
/// <param name="SetsLatest">Whether the image becomes <c>latest</c> too, where that is left to the rule.</param>
internal sealed record RuleValue(NameRule Rule, string Text, bool SetsLatest = false)
{
    /// <summary>The version it is made from; null where it is made from none.</summary>
    public NamedVersion? Version { get; init; }

    /// <summary>What the same rule gives for another git tag; null where it gives nothing.</summary>
    public Func<string, RuleValue?> OfOther { get; init; } = _ => null;
}
