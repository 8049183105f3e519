using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;

namespace GitOpsTasks.Promote;

/// <summary>How pull requests look, when they are refreshed, and what they wait for.</summary>
public sealed record PromotionSettings
{
    /// <summary>What applies where nothing is said.</summary>
    public static PromotionSettings Default { get; } = new();

    /// <summary>Labels and people.</summary>
    public PullRequestExtras Extras { get; init; } = PullRequestExtras.None;

    /// <summary>Whether they are drafts.</summary>
    public bool IsDraft { get; init; }

    /// <summary>How the forge merges them.</summary>
    public MergeMethod AutoMerge { get; init; }

    /// <summary>When an open one takes in its base.</summary>
    public RefreshWhen RefreshWhen { get; init; }

    /// <summary>Whether one that a person closed is opened again.</summary>
    public bool Reopens { get; init; }

    /// <summary>The file with the template of the body; null for the default.</summary>
    public string? Template { get; init; }

    /// <summary>Whether rendered manifests are shown.</summary>
    public RenderChoice Render { get; init; }

    /// <summary>What becomes of gates that are not met.</summary>
    public UnmetGate UnmetGates { get; init; }

    /// <summary>How long gates are waited for.</summary>
    public TimeSpan WaitFor { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="TaskFailedException">An input is malformed.</exception>
    public static PromotionSettings From(InputValues values) => new()
    {
        Extras = new PullRequestExtras
        {
            Labels = values.Get(PromoteInputs.Label),
            Reviewers = values.Get(PromoteInputs.Reviewer),
            Assignees = values.Get(PromoteInputs.Assignee),
            Milestone = values.Get(PromoteInputs.Milestone),
        },
        IsDraft = values.Get(PromoteInputs.Draft),
        AutoMerge = values.Get(PromoteInputs.AutoMerge),
        RefreshWhen = values.Get(PromoteInputs.RefreshWhen),
        Reopens = values.Get(PromoteInputs.Reopen),
        Template = values.Get(PromoteInputs.Template),
        Render = values.Get(PromoteInputs.Render),
        UnmetGates = values.Get(PromoteInputs.UnmetGates),
        WaitFor = values.Get(PromoteInputs.WaitFor),
    };

    /// <summary>The settings with what the configuration says of an environment.</summary>
    public PromotionSettings For(EnvironmentConfig environment) => this with
    {
        Extras = new PullRequestExtras
        {
            Labels = [.. environment.Labels.Union(Extras.Labels)],
            Reviewers = [.. environment.Reviewers.Union(Extras.Reviewers)],
            Assignees = [.. environment.Assignees.Union(Extras.Assignees)],
            Milestone = Extras.Milestone ?? environment.Milestone,
        },
        IsDraft = IsDraft || environment.Draft,
        AutoMerge = AutoMerge != MergeMethod.Off ? AutoMerge
            : environment.AutoMerge is { } method && Enum.TryParse<MergeMethod>(method, ignoreCase: true, out var chosen) ? chosen : MergeMethod.Off,
    };

    /// <summary>Refuses options that a forge does not have, before anything is written.</summary>
    /// <exception cref="TaskFailedException">GOT7015.</exception>
    public void CheckAgainst(ForgeAbilities forge)
    {
        Require(forge.HasPeople || Extras.Reviewers.Count == 0, forge, "reviewers");
        Require(forge.HasAssignees || Extras.Assignees.Count == 0, forge, "assignees");
        Require(forge.HasMilestones || Extras.Milestone is null, forge, "milestones");
        Require(forge.HasDrafts || !IsDraft, forge, "drafts");
        Require(forge.MergesByItself || AutoMerge == MergeMethod.Off, forge, "automatic merges");
    }

    private static void Require(bool isMet, ForgeAbilities forge, string what)
    {
        if (!isMet)
        {
            throw TaskFailedException.Usage(
                ForgeCodes.OptionUnsupported, $"The forge '{forge.Name}' has no {what}.", "Leave the option out, on the command line and in gitops.yaml.");
        }
    }
}
