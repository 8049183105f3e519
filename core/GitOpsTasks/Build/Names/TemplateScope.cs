using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Names;

/// <summary>What the expressions of a template stand for.</summary>
internal sealed record TemplateScope(BuildEvent Event, NamingRequest Request)
{
    private static readonly string[] s_names =
    [
        "branch", "tag", "sha", "base_ref", "is_default_branch", "is_not_default_branch", "date", "commit_date",
    ];

    private static readonly string[] s_ofVersions = ["raw", "version", "major", "minor", "patch"];

    /// <summary>The version whose parts can be named; null outside of patterns for versions.</summary>
    public NamedVersion? Version { get; init; }

    /// <summary>The commit's first digits.</summary>
    public string ShortCommit => Event.Commit is { } commit ? commit[..Math.Min(Request.ShortCommitLength, commit.Length)] : "";

    /// <summary>The value of an expression.</summary>
    /// <exception cref="TaskFailedException">GOT5043: it is not known; GOT5047: its value is not.</exception>
    public string ValueOf(TemplateCall call)
    {
        if (call.HasArguments && call.Name is not ("date" or "commit_date"))
            throw call.Source.Refuse(NameCodes.ExpressionInvalid, $"The expression '{call.Name}' takes no format.", $"Write {{{{{call.Name}}}}}.");
        return call.Name switch
        {
            "raw" or "version" or "major" or "minor" or "patch" when Version is { } version => PartOf(version, call.Name),
            "branch" => Event.Branch ?? "",
            "tag" => Event.Tag ?? "",
            "sha" => ShortCommit,
            "base_ref" => Event.BaseBranch ?? "",
            "is_default_branch" => Event.IsDefaultBranch ? "true" : "false",
            "is_not_default_branch" => Event.IsDefaultBranch ? "false" : "true",
            "date" => DateFormat.Write(Request.Now, call),
            "commit_date" => DateFormat.Write(CommitTime(call), call),
            _ => throw Unknown(call),
        };
    }

    private static string PartOf(NamedVersion version, string name) => name switch
    {
        "raw" => version.Raw,
        "version" => version.Version,
        "major" => version.Major,
        "minor" => version.Minor,
        _ => version.Patch,
    };

    private DateTimeOffset CommitTime(TemplateCall call) => Event.CommitTime ?? throw call.Source.Refuse(
        NameCodes.FactUnknown,
        "The time of the commit is not known here.",
        "Check the sources out before this step; the time is read from the event of a push, or from git.");

    private TaskFailedException Unknown(TemplateCall call)
    {
        var known = Version is null ? s_names : [.. s_ofVersions, .. s_names];
        var advice = call.Name.Contains('.', StringComparison.Ordinal)
            ? "Expressions such as ${{ github.ref_name }} are replaced in workflow files only."
            : EditDistance.Nearest(call.Name, known) is { } meant ? $"Did you mean {{{{{meant}}}}}?"
            : s_ofVersions.Contains(call.Name) ? "Parts of a version can be named in the pattern of semver and pep440 rules only."
            : $"Known here are {string.Join(", ", known)}.";
        return call.Source.Refuse(NameCodes.ExpressionInvalid, $"There is no expression '{call.Name}' here.", advice);
    }
}
