namespace GitOpsTasks.Promote;

/// <summary>What a pull request says about itself to a program, in a hidden comment of its body. Read back as untrusted input.</summary>
/// <param name="App">The application.</param>
/// <param name="From">The environment its versions come from.</param>
/// <param name="To">The environment they go to.</param>
/// <param name="Images">The images with their versions.</param>
internal sealed record PromotionMarker(string App, string From, string To, IReadOnlyList<PromotedImage> Images);
