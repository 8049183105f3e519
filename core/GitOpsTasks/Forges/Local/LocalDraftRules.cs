using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.Local;

/// <summary>What a repository has to have before a pull request is kept in it.</summary>
internal static class LocalDraftRules
{
    /// <summary>Refuses a pull request without a branch or without a difference.</summary>
    /// <exception cref="TaskFailedException">GOT7007, GOT7008.</exception>
    public static void Check(PullRequestDraft draft, PullRequestSnapshot snapshot, string store)
    {
        foreach (var branch in (string[])[draft.Head, draft.Base])
        {
            if (!snapshot.Branches.ContainsKey(branch))
            {
                throw TaskFailedException.Refused(
                    ForgeCodes.BranchMissing,
                    $"A pull request from '{draft.Head}' to '{draft.Base}' needs branch '{branch}', which {store} does not have.",
                    "Push the head branch first, and check the name of the base.");
            }
        }

        if (snapshot.Branches[draft.Head] == snapshot.Branches[draft.Base])
        {
            throw TaskFailedException.Refused(
                ForgeCodes.NothingToMerge,
                $"There are no commits between '{draft.Base}' and '{draft.Head}' in {store}.",
                "Commit the change to the branch first.");
        }
    }
}
