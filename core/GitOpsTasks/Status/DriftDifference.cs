namespace GitOpsTasks.Status;

/// <summary>One field, or one file, in which two environments differ.</summary>
/// <param name="Field">The path of the field, as <c>/spec/replicas</c>; items are named where they have a name. Empty for a whole file.</param>
/// <param name="From">What stands in the environment before.</param>
/// <param name="To">What stands in the one after it.</param>
public sealed record DriftDifference(string Field, DriftSide From, DriftSide To);
