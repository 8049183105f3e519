namespace GitOpsTasks.Chain;

/// <summary>One step of the chain as it went.</summary>
/// <param name="Task">The task: build, generate, lint, bump or promote.</param>
/// <param name="Subject">What it was about: an image, an application, an environment.</param>
/// <param name="Changed">Whether it wrote anything.</param>
/// <param name="Detail">What came of it, as a phrase.</param>
public sealed record ChainStep(string Task, string Subject, bool Changed, string Detail);
