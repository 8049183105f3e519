namespace GitOpsTasks.Tests.Lint.Yaml;

/// <summary>A text that both tools check.</summary>
/// <param name="Text">The text.</param>
/// <param name="OnlyRefusedBy">The tool that alone takes it for no YAML: <c>yamllint</c>, which reads YAML 1.1 as PyYAML does, or <c>gitops</c>; null where they agree.</param>
/// <param name="Reason">Why that is right by YAML 1.2.2, with the clause.</param>
internal sealed record Snippet(string Text, string? OnlyRefusedBy = null, string? Reason = null)
{
    /// <summary>Whether a tool refuses the text and the other does not, as was reviewed.</summary>
    public bool Explains(bool theirs, bool ours) => theirs != ours && OnlyRefusedBy == (theirs ? "yamllint" : "gitops");
}
