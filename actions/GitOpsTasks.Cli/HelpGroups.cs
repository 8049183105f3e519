namespace GitOpsTasks.Cli;

/// <summary>The sections that the options of a command stand in where it has many, by the question a reader has.</summary>
internal static class HelpGroups
{
    private const string NotWriting = "Seeing before writing";

    private const string Place = "Where the configuration is";

    /// <summary>The sections of a task's options; none where they are few.</summary>
    /// <param name="task">The task's name.</param>
    public static IReadOnlyList<HelpGroup> Of(string task) => task switch
    {
        "build" =>
        [
            new("What is built", ["image", "config", "builder", "platform", "build-arg", "no-cache"]),
            new("Where it goes", ["push", "layout", "metadata-file"]),
            new("Names and labels", ["images", "tags", "flavor", "labels", "annotations"]),
            new("What goes with an image", ["sbom", "provenance", "attach"]),
            new("Instead of building", ["dry-run", "metadata-only", "artifact", "copy-from"]),
        ],
        "generate" =>
        [
            new("What is written", ["environment", "agent"]),
            new("What people changed", ["on-conflict", "prune"]),
            new(NotWriting, ["check", "dry-run", "diff"]),
        ],
        "lint" =>
        [
            new("What is checked", ["only", "config", "yamllint-config", "kubernetes-version", "schema-location", "render"]),
            new("What fails", ["strict", "baseline", "write-baseline", "changed-since", "yamllint-exit-codes"]),
            new("Mending", ["fix", "dry-run"]),
            new("How findings are told", ["format", "report"]),
        ],
        "bump" =>
        [
            new("What becomes what", ["image", "setter", "app-version", "kustomize-replace", "add-entry", "allow-no-match"]),
            new("Which versions may be set", ["policy", "filter-tags", "extract", "allow-tags", "pin-digest", "verify", "allow-downgrade"]),
            new(NotWriting, ["dry-run", "diff"]),
            new("A branch instead of the files here", ["repository", "branch", "push", "push-branch", "via", "retries", "retry-for"]),
            new("The commit", ["message", "trailer", "author", "committer", "skip-ci"]),
        ],
        "promote" =>
        [
            new("What is promoted", ["from", "to", "app", "group", "tag", "rollback"]),
            new(NotWriting, ["dry-run"]),
            new("Promotions that are open", ["refresh", "refresh-when", "reopen"]),
            new("The pull request", ["label", "reviewer", "assignee", "milestone", "draft", "auto-merge", "template", "render"]),
            new("Gates", ["unmet-gates", "wait-for"]),
            new(Place, ["config", "repository", "branch", "via"]),
        ],
        "status" =>
        [
            new("What is told", ["app", "environment", "fail-on"]),
            new("How it is told", ["format", "report"]),
            new(Place, ["config", "repository", "branch", "via"]),
        ],
        "merge-driver" =>
        [
            new("Telling git of it", ["install", "global", "dry-run", "higher"]),
            new("What git gives", ["marker-size", "base-label", "ours-label", "theirs-label"]),
        ],
        _ => [],
    };
}
