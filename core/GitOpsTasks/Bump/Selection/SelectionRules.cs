using GitOpsTasks.Contracts;
using GitOpsTasks.Images.Policies;

namespace GitOpsTasks.Bump.Selection;

/// <summary>How tags and digests are chosen and checked.</summary>
public sealed record SelectionRules
{
    /// <summary>Takes what it is given.</summary>
    public static SelectionRules None { get; } = new();

    /// <summary>Chooses the tag of images that are given without one; null where all have to be given.</summary>
    public TagPolicy? Policy { get; init; }

    /// <summary>The policy as it was written, for messages.</summary>
    public string PolicyText { get; init; } = "";

    /// <summary>Which tags the policy looks at, and what it reads in them.</summary>
    public TagFilter? Filter { get; init; }

    /// <summary>Which tags may be set at all; null for all.</summary>
    public Re2Pattern? AllowedTags { get; init; }

    /// <summary>Whether tags are written with their digest.</summary>
    public bool PinDigest { get; init; }

    /// <summary>Whether the registry must have the tags and digests.</summary>
    public bool Verify { get; init; }

    /// <summary>Which of two tags is the newer one under these rules.</summary>
    public TagOrder Order => Policy is null ? TagOrder.Natural : TagOrder.By(Policy, Filter);

    /// <summary>Reads the rules.</summary>
    /// <exception cref="TaskFailedException">A policy or pattern is malformed, or lacks another.</exception>
    public static SelectionRules From(InputValues values)
    {
        var policy = values.Get(BumpInputs.Policy);
        var filter = values.Get(BumpInputs.FilterTags);
        var extract = values.Get(BumpInputs.Extract);
        if (filter is not null && policy is null)
            throw Lacks("--filter-tags", "--policy", "Say by which policy one of the tags is chosen, such as semver:^1.");
        if (extract is not null && filter is null)
            throw Lacks("--extract", "--filter-tags", "Name the groups it takes its text from in a pattern.");
        return new SelectionRules
        {
            Policy = policy is null ? null : PolicyOf(policy),
            PolicyText = policy ?? "",
            Filter = filter is null ? null : new TagFilter(PatternOf("filter-tags", filter), extract),
            AllowedTags = AllowedBy(values.Get(BumpInputs.AllowTags)),
            PinDigest = values.Get(BumpInputs.PinDigest),
            Verify = values.Get(BumpInputs.Verify),
        };
    }

    private static TagPolicy PolicyOf(string text)
    {
        try
        {
            return TagPolicy.Parse(text);
        }
        catch (FormatException e)
        {
            throw TaskFailedException.Usage(
                SelectionCodes.PolicyInvalid,
                $"'{text}' cannot be used for --policy: {e.Message}.",
                "Write semver:RANGE such as 'semver:>=1.2 <2', alphabetical:asc|desc or numerical:asc|desc.");
        }
    }

    // Argo CD Image Updater writes its allow-tags as 'any' or 'regexp:PATTERN'.
    private static Re2Pattern? AllowedBy(string? text)
    {
        const string prefix = "regexp:";
        if (text is null or "any")
            return null;
        return PatternOf("allow-tags", text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text);
    }

    private static Re2Pattern PatternOf(string input, string text)
    {
        try
        {
            return Re2Pattern.Parse(text);
        }
        catch (FormatException e)
        {
            throw TaskFailedException.Usage(
                SelectionCodes.PatternInvalid,
                $"'{text}' cannot be used for --{input}: {e.Message}.",
                "Write a regular expression in the syntax of RE2, as Go, Flux and Argo CD take it.");
        }
    }

    private static TaskFailedException Lacks(string input, string other, string advice) =>
        TaskFailedException.Usage(UsageCodes.InputsContradict, $"{input} needs {other}.", advice);
}
