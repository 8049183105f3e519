namespace GitOpsTasks.Forges;

/// <summary>Codes of diagnostics about forges and pull requests.</summary>
public static class ForgeCodes
{
    /// <summary>The forge could not be reached, or broke off its answers.</summary>
    public const string Unreachable = "GOT7001";

    /// <summary>The forge answered with a server error at every attempt.</summary>
    public const string ServerFailed = "GOT7002";

    /// <summary>The forge's rate limit is used up for longer than is waited.</summary>
    public const string RateLimited = "GOT7003";

    /// <summary>The forge does not know the token, or none was given; Azure DevOps answers with its sign-in page then.</summary>
    public const string NotAuthenticated = "GOT7004";

    /// <summary>The token may not do this.</summary>
    public const string NotPermitted = "GOT7005";

    /// <summary>There is no such repository or pull request, or the token may not see it.</summary>
    public const string NotFound = "GOT7006";

    /// <summary>The branches of a pull request do not differ.</summary>
    public const string NothingToMerge = "GOT7007";

    /// <summary>A branch of a pull request does not exist.</summary>
    public const string BranchMissing = "GOT7008";

    /// <summary>The forge refused the request for a reason of its own.</summary>
    public const string RequestRefused = "GOT7009";

    /// <summary>The address is none of a repository on a forge, or not one that may be used.</summary>
    public const string AddressUnusable = "GOT7010";

    /// <summary>The forge answered with something that is not its API.</summary>
    public const string AnswerNotUnderstood = "GOT7011";

    /// <summary>Pull requests kept in a repository changed at every attempt to write one.</summary>
    public const string StoreKeptChanging = "GOT7012";

    /// <summary>A pull request kept in a repository is not what it should be.</summary>
    public const string StoreBroken = "GOT7013";

    /// <summary>A server refused to take a pull request into its repository.</summary>
    public const string StoreRefused = "GOT7014";

    /// <summary>The forge has no such option for pull requests, or its API cannot be used for <c>--via api</c>.</summary>
    public const string OptionUnsupported = "GOT7015";

    /// <summary>The forge did not take a label, reviewer, assignee or milestone.</summary>
    public const string ExtraRefused = "GOT7016";

    /// <summary>The forge does not merge the pull request by itself.</summary>
    public const string NotMerged = "GOT7017";

    /// <summary>The repository is on no forge with commit statuses, checks and reviews.</summary>
    public const string NoEvidence = "GOT7018";
}
