namespace GitOpsTasks.Merge;

/// <summary>The three versions of a file, read.</summary>
/// <param name="Base">The common ancestor.</param>
/// <param name="Ours">Ours.</param>
/// <param name="Theirs">Theirs.</param>
internal sealed record MergeSides(ImageFieldSet Base, ImageFieldSet Ours, ImageFieldSet Theirs)
{
    /// <summary>Every group of any version.</summary>
    public IEnumerable<string> Groups =>
        Base.Groups.Keys.Concat(Ours.Groups.Keys).Concat(Theirs.Groups.Keys).Distinct(StringComparer.Ordinal);

    /// <summary>What becomes of a group.</summary>
    public GroupChoice ChoiceOf(string group) => GroupChoice.Of(Base[group], Ours[group], Theirs[group], group);
}
