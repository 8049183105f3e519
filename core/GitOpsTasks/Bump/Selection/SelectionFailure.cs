using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Images.Policies;
using GitOpsTasks.Registry;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Bump.Selection;

/// <summary>Why a tag or digest could not be settled on.</summary>
internal static class SelectionFailure
{
    public static TaskFailedException NotAllowed(ImageUpdate image) => TaskFailedException.Findings(
        SelectionCodes.TagRefused,
        $"The tag '{image.Tag}' of '{image.Name}' is not one that --allow-tags admits.",
        "Set another tag, or widen the pattern.");

    public static TaskFailedException NothingToPin(ImageUpdate image) => TaskFailedException.Usage(
        UsageCodes.InputsContradict,
        $"--pin-digest needs a tag of '{image.Name}' whose digest it can look up.",
        "Give the image with its tag, or a --policy that chooses one.");

    public static TaskFailedException NotThere(IRegistry registry, string what, string reference) => TaskFailedException.Findings(
        SelectionCodes.NotInRegistry,
        $"'{registry.Repository}' has no {what} '{reference}'.",
        "Push the image first, or correct its name; where the files name a mirror, write NAME=NEWNAME:TAG.");

    public static TaskFailedException NoRepository(IRegistry registry) => TaskFailedException.Findings(
        SelectionCodes.RepositoryMissing,
        $"There is no repository '{registry.Repository}', or none that may be seen.",
        "Write the image with its registry, or NAME=NEWNAME where the files name it otherwise; log in where it is private.");

    public static TaskFailedException NoneChosen(
        IRegistry registry, SelectionRules rules, TagChoice choice, int count, IReadOnlyList<string> allowed)
    {
        if (choice.Unordered is { } tag)
        {
            return TaskFailedException.Findings(
                SelectionCodes.TagHasNoPlace,
                $"The tag '{tag}' of '{registry.Repository}' is no number" + (tag == choice.UnorderedKey ? "." : $": '{choice.UnorderedKey}' was extracted from it."),
                "Let --filter-tags pass only tags that are, or --extract the number from them.");
        }

        var (why, advice) = Reason(rules, choice, allowed);
        return TaskFailedException.Findings(
            SelectionCodes.NoTagMatches, $"None of the {Count.Of(count, "tag")} of '{registry.Repository}' can be chosen: {why}.", advice);
    }

    private static (string Why, string Advice) Reason(SelectionRules rules, TagChoice choice, IReadOnlyList<string> allowed)
    {
        if (allowed.Count == 0)
            return (rules.AllowedTags is null ? "there is none" : "--allow-tags admits none", "Push an image first, or widen the pattern.");
        if (choice.Matching == 0)
            return ($"--filter-tags matches none, such as '{allowed.Max(StringComparer.Ordinal)}'", "Compare the pattern with the tags; it is case-sensitive.");
        if (choice.NearMiss is not { } near)
            return ($"none of the {Count.Of(choice.Matching, "tag")} left is a semantic version such as 1.2.3 or v1.2.3", "Extract the version with --filter-tags and --extract, or take another policy.");
        return ($"'{rules.PolicyText}' does not admit '{near}', the newest of {Count.Of(choice.Ordered, "version")}",
            near.Contains('-', StringComparison.Ordinal) ? "Widen the range; prereleases are in it only where it has one, such as >=1.2.0-0." : "Widen the range.");
    }
}
