using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Bump;

/// <summary>What of a plan found no place.</summary>
internal static class Unmatched
{
    /// <summary>Refuses a bump of which something found no place.</summary>
    /// <exception cref="TaskFailedException">GOT3020, with what was noticed in files that were left alone.</exception>
    /// <param name="plan">The plan.</param>
    /// <param name="edits">What it came to in files.</param>
    /// <param name="added">The entries that kustomizations get.</param>
    /// <param name="fileCount">How many files were read.</param>
    /// <param name="explain">What else can be why; asked where it is needed.</param>
    public static async Task RefuseAsync(
        Plan plan, IReadOnlyList<ImageFileEdit> edits, MissingEntries added, int fileCount, Func<Task<IReadOnlyList<Diagnostic>>> explain)
    {
        string[] subjects =
        [
            .. plan.Images.Except(edits.SelectMany(edit => edit.Matched)).Except(added.Added).Select(update => $"the image '{update.Name}'"),
            .. plan.Setters.Except(edits.SelectMany(edit => edit.MatchedSetters)).Select(setter => $"the image policy '{setter.Policy}'"),
        ];
        if (subjects.Length == 0)
            return;
        var rest = added.Unread.Count == 0 ? "" : $" What kustomizations build on from elsewhere was not read: {string.Join(", ", added.Unread)}.";
        var advice = added.Unread.Count == 0
            ? "Check its name as the files write it, or pass --allow-no-match."
            : "Pass --add-entry to set the image in the kustomization at the path all the same, check its name as the files write it, or pass --allow-no-match.";
        var errors = subjects.Select(subject => Diagnostic.Error(
            BumpCodes.NoMatch, $"No place for {subject} was found in {Count.Of(fileCount, "file")}.{rest}", advice));
        throw new TaskFailedException(ExitCode.Findings, [.. edits.SelectMany(edit => edit.Diagnostics), .. await explain(), .. errors]);
    }
}
