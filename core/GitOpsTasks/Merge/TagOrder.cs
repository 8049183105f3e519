namespace GitOpsTasks.Merge;

/// <summary>Which of two tags is the higher version.</summary>
/// <param name="left">A tag.</param>
/// <param name="right">Another.</param>
/// <returns>Negative, zero or positive as the left is lower, the same or higher; null where they cannot be compared.</returns>
internal delegate int? TagOrder(string left, string right);
