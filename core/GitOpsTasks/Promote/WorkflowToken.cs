using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>GitHub starts no workflow for what is done with a workflow's own token, or it waits for an approval.</summary>
internal static class WorkflowToken
{
    private const string Bot = "github-actions[bot]";

    /// <summary>Whether this is a workflow that has no other token.</summary>
    public static bool IsUsed(EnvironmentSnapshot environment) =>
        environment["GITHUB_ACTIONS"] == "true" && environment["GITOPS_APP_ID"] is null && environment["GITHUB_TOKEN"] is { } own && (environment["GITOPS_TOKEN"] ?? own) == own;

    /// <summary>Whether a commit was merged with such a token.</summary>
    public static bool Made(HistoryCommit commit) =>
        commit.IsMerge && (commit.Author.Name == Bot || commit.Author.Mail.Contains(Bot, StringComparison.Ordinal));

    /// <summary>What to say of it.</summary>
    public static Diagnostic Note() => Diagnostic.Warning(
        PromoteCodes.TokenStartsNothing,
        "A merge made with a workflow's own GITHUB_TOKEN starts no workflow, so that nothing promotes further by itself.",
        "Give the task the token of a GitHub App in GITOPS_TOKEN, or run promote on a schedule too.");
}
