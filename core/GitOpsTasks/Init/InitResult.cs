namespace GitOpsTasks.Init;

/// <summary>What was found, and what is proposed.</summary>
/// <param name="Files">The files of the proposal, in the order to read them in.</param>
/// <param name="Facts">What was derived, and what from.</param>
/// <param name="Apps">The names of the applications.</param>
/// <param name="Environments">The names of the environments, in the order versions go through them.</param>
public sealed record InitResult(
    IReadOnlyList<ProposedFile> Files, IReadOnlyList<DerivedFact> Facts, IReadOnlyList<string> Apps, IReadOnlyList<string> Environments)
{
    /// <summary>The agent that applies: <c>argocd</c>, <c>flux</c> or <c>none</c>.</summary>
    public string Agent { get; init; } = "none";

    /// <summary>Command lines to go on with.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>Whether any file was, or would be, written.</summary>
    public bool Changed => Files.Any(file => file.IsNew);
}
