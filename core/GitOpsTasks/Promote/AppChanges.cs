namespace GitOpsTasks.Promote;

/// <summary>What a promotion changes of one application.</summary>
/// <param name="App">The application.</param>
/// <param name="Images">The images whose version changes.</param>
/// <param name="Values">What else changes: charts, fields, files.</param>
public sealed record AppChanges(string App, IReadOnlyList<PromotedImage> Images, IReadOnlyList<PromotedImage> Values);
