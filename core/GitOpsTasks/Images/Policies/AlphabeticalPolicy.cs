namespace GitOpsTasks.Images.Policies;

/// <summary>The last key by the order of its bytes, or the first where descending.</summary>
public sealed class AlphabeticalPolicy(bool isDescending) : TagPolicy
{
    /// <inheritdoc />
    public override bool Orders(string key) => true;

    /// <inheritdoc />
    public override int Compare(string left, string right) =>
        isDescending ? string.CompareOrdinal(right, left) : string.CompareOrdinal(left, right);
}
