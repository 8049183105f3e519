namespace GitOpsTasks.Yaml;

/// <summary>A step of a <see cref="YamlPath"/>.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Text">The key, or the text that a predicate asks for.</param>
/// <param name="Index">The place, from the end where negative.</param>
/// <param name="Keys">The keys a predicate goes down.</param>
internal sealed record YamlPathStep(YamlPathStepKind Kind, string Text = "", int Index = 0, IReadOnlyList<string>? Keys = null)
{
    /// <summary>Whether it leads to an item or value for what is in it, wherever it stands.</summary>
    public bool Selects(YamlNode child) => Kind switch
    {
        YamlPathStepKind.All => true,
        YamlPathStepKind.Where => Below(child) is { } found && found.ValueIs(Text),
        YamlPathStepKind.Without => child.Resolved.IsMapping && MergedKeys.Find(child, Keys![0]) is null,
        _ => false,
    };

    private YamlNode? Below(YamlNode child)
    {
        YamlNode? node = child.Resolved;
        for (var i = 0; i < Keys!.Count && node is { } found; i++)
            node = MergedKeys.Find(found, Keys[i])?.Resolved;
        return node;
    }
}
