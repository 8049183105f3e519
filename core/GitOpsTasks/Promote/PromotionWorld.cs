using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Promote.Description;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>What all promotions of a run share.</summary>
/// <param name="Repository">The configuration repository.</param>
/// <param name="Forge">Where its pull requests are kept; made when it is first needed.</param>
/// <param name="Settings">How pull requests look, before the environment's own.</param>
/// <param name="Context">The world around.</param>
internal sealed record PromotionWorld(IBranchRepository Repository, Lazy<IForge> Forge, PromotionSettings Settings, EngineContext Context)
{
    /// <summary>Checks a folder as it would become; null for no check.</summary>
    public Func<TreePath, EngineContext, TreeCheck>? Lint { get; init; }

    /// <summary>What promotions have to meet.</summary>
    public IReadOnlyList<IPromotionGate> Gates { get; init; } = [];

    /// <summary>The shape of bodies.</summary>
    public BodyTemplate Template { get; init; } = BodyTemplate.Default;

    /// <summary>Writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>When the run was made; stamps commits.</summary>
    public Plan Plan => new() { MadeAt = Context.StampTime };
}
