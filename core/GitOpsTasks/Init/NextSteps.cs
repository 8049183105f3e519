using GitOpsTasks.Init.Writing;

namespace GitOpsTasks.Init;

/// <summary>Command lines to go on with.</summary>
internal static class NextSteps
{
    private const int MostSpecs = 4;

    /// <summary>Those after a proposal.</summary>
    public static IReadOnlyList<string> After(Proposal proposal)
    {
        var agent = proposal is { Agent: { } name, AgentRepository: not null } ? $" --agent {name}" : "";
        var steps = proposal.Generated.Where(generated => SafePath.Is(generated.Out) && generated.Specs.All(SafePath.Is))
            .Select(generated => $"gitops generate {string.Join(' ', Short(generated.Specs))} --out {generated.Out}{agent}").ToList();
        steps.Add(string.Join(' ', ["gitops lint", .. proposal.Checked]));
        steps.Add("gitops run --dry-run");
        return steps;
    }

    private static IEnumerable<string> Short(IReadOnlyList<string> specs) =>
        specs.Count > MostSpecs && specs.Select(spec => spec[..(spec.LastIndexOf('/') + 1)]).Distinct(StringComparer.Ordinal).ToList() is [var folder] ? [$"{folder}*.yaml"] : specs;
}
