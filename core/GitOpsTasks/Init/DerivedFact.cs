namespace GitOpsTasks.Init;

/// <summary>Something that was derived, and what from.</summary>
/// <param name="App">The application it is about; empty for the whole repository.</param>
/// <param name="What">What it is, such as <c>port 8080</c>.</param>
/// <param name="From">The place, such as <c>Dockerfile:12 EXPOSE</c>.</param>
public sealed record DerivedFact(string App, string What, string From);
