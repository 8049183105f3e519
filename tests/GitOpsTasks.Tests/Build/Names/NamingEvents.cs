using GitOpsTasks.Build.Names;

namespace GitOpsTasks.Tests.Build.Names;

/// <summary>Events in a word or two, and what is named by them.</summary>
internal static class NamingEvents
{
    public const string Commit = "860c1904a1ce19322e91ac35af1ab07466440c37";

    public static DateTimeOffset CommitTime { get; } = new(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(2));

    public static DateTimeOffset Now { get; } = new(2026, 1, 9, 23, 30, 5, 78, TimeSpan.Zero);

    public static NamingRequest Request { get; } = new() { Now = Now };

    /// <summary>
    /// Such as <c>branch main</c>, <c>tag v1</c>, <c>pr 2</c>, <c>schedule main</c>, <c>dispatch dev</c> or <c>commit</c>, in
    /// a repository whose default branch is main.
    /// </summary>
    public static BuildEvent Of(string text)
    {
        var words = text.Split(' ', 2);
        var (name, reference) = words[0] switch
        {
            "branch" => ("push", "refs/heads/" + words[1]),
            "tag" => ("push", "refs/tags/" + words[1]),
            "pr" => ("pull_request", $"refs/pull/{words[1]}/merge"),
            "schedule" => ("schedule", "refs/heads/" + words[1]),
            "dispatch" => ("workflow_dispatch", "refs/heads/" + words[1]),
            _ => ("push", null),
        };
        return new BuildEvent
        {
            Name = name,
            Ref = reference,
            Commit = Commit,
            CommitTime = CommitTime,
            BaseBranch = words[0] == "pr" ? "main" : null,
            Repository = new RepositoryFacts { Name = "web", Description = "A shop", Url = "https://git.example.com/acme/web", License = "MIT", DefaultBranch = "main" },
        };
    }

    public static Task<ImageNames> NameAsync(string what, string tags, string flavor = "", string images = "") =>
        ImageNaming.NameAsync(Request with { Tags = tags, Flavor = flavor, Images = images }, Of(what), TestContext.Current.CancellationToken);
}
