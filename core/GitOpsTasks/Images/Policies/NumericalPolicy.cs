namespace GitOpsTasks.Images.Policies;

/// <summary>
/// The highest number, or the lowest where descending. As in Flux, one key that is no number makes the choice impossible;
/// other than there, numbers keep all their digits.
/// </summary>
public sealed class NumericalPolicy(bool isDescending) : TagPolicy
{
    /// <inheritdoc />
    public override bool NeedsAll => true;

    /// <inheritdoc />
    public override bool Orders(string key) => DecimalNumber.TryParse(key, out _);

    /// <inheritdoc />
    public override int Compare(string left, string right)
    {
        if (!DecimalNumber.TryParse(left, out var one) || !DecimalNumber.TryParse(right, out var other))
            return 0;
        return isDescending ? DecimalNumber.Compare(other, one) : DecimalNumber.Compare(one, other);
    }
}
