namespace GitOpsTasks.Tests.Build.Names;

public sealed class TaggingByRef
{
    [Theory]
    [InlineData("pr 2", "pr-2")]
    [InlineData("branch main", "main")]
    [InlineData("branch releases/v1", "releases-v1")]
    [InlineData("tag v1.2.3", "v1.2.3 latest")]
    [InlineData("tag v2.0.8-beta.67", "v2.0.8-beta.67 latest")]
    [InlineData("tag anything", "anything latest")]
    [InlineData("dispatch main", "main")]
    [InlineData("schedule main", "nightly main")]
    [InlineData("commit", "")]
    public async Task Has_rules_where_none_are_written(string what, string tags)
    {
        foreach (var text in new[] { "", "\n\n", "# type=sha\n  # a comment\n" })
            (await NamingEvents.NameAsync(what, text)).TagNames.ShouldBe(Split(tags));
    }

    [Theory]
    [InlineData("branch main", "type=ref,event=branch", "main")]
    [InlineData("branch my/branch", "type=ref,event=branch", "my-branch")]
    [InlineData("branch feature/#42 some thing", "type=ref,event=branch", "feature-42-some-thing")]
    [InlineData("branch a//b", "type=ref,event=branch", "a-b")]
    [InlineData("branch release-1.x_y", "type=ref,event=branch", "release-1.x_y")]
    [InlineData("branch Feature/ABC", "type=ref,event=branch", "Feature-ABC")]
    [InlineData("branch fix/ünicode", "type=ref,event=branch", "fix-nicode")]
    [InlineData("tag v1", "type=ref,event=branch", "")]
    [InlineData("pr 2", "type=ref,event=branch", "")]
    [InlineData("tag v1.2.3", "type=ref,event=tag", "v1.2.3 latest")]
    [InlineData("tag web/v1.2.3", "type=ref,event=tag", "web-v1.2.3 latest")]
    [InlineData("tag v1.0+build.5", "type=ref,event=tag", "v1.0-build.5 latest")]
    [InlineData("branch main", "type=ref,event=tag", "")]
    [InlineData("pr 318", "type=ref,event=pr", "pr-318")]
    [InlineData("pr 318", "type=ref,event=pr,prefix=", "318")]
    [InlineData("pr 318", "type=ref,event=pr,prefix=pull-,suffix=-test", "pull-318-test")]
    [InlineData("branch main", "type=ref,event=pr", "")]
    [InlineData("branch main", "type=ref,event=branch,prefix=b-", "b-main")]
    [InlineData("branch main", "type=ref,event=branch,suffix=-{{sha}}", "main-860c190")]
    [InlineData("branch main", "TYPE=REF,EVENT=branch", "main")]
    [InlineData("branch main", "  type = ref , event = branch  ", "main")]
    public async Task Takes_branches_tags_and_pull_requests(string what, string rule, string tags) =>
        (await NamingEvents.NameAsync(what, rule)).TagNames.ShouldBe(Split(tags));

    [Theory]
    [InlineData("branch main", "type=edge", "edge")]
    [InlineData("branch dev", "type=edge", "")]
    [InlineData("branch dev", "type=edge,branch=dev", "edge")]
    [InlineData("branch main", "type=edge,branch=dev", "")]
    [InlineData("branch a/b", "type=edge,branch=a/b", "edge")]
    [InlineData("branch a/b", "type=edge,branch=a-b", "edge")]
    [InlineData("branch main", "type=edge,branch=", "edge")]
    [InlineData("dispatch main", "type=edge", "edge")]
    [InlineData("tag v1", "type=edge", "")]
    [InlineData("pr 1", "type=edge", "")]
    [InlineData("branch main", "type=edge,prefix=a-,suffix=-b", "a-edge-b")]
    public async Task Takes_the_edge_of_one_branch(string what, string rule, string tags) =>
        (await NamingEvents.NameAsync(what, rule)).TagNames.ShouldBe(Split(tags));

    [Theory]
    [InlineData("branch main", "type=sha", "sha-860c190")]
    [InlineData("pr 2", "type=sha,prefix=", "860c190")]
    [InlineData("tag v1", "type=sha,format=short", "sha-860c190")]
    [InlineData("commit", "type=sha,format=long", "sha-" + NamingEvents.Commit)]
    [InlineData("commit", "type=sha,format=long,prefix=git-", "git-" + NamingEvents.Commit)]
    public async Task Takes_the_commit(string what, string rule, string tags) =>
        (await NamingEvents.NameAsync(what, rule)).TagNames.ShouldBe(Split(tags));

    [Theory]
    [InlineData("schedule main", "type=schedule", "nightly")]
    [InlineData("schedule main", "type=schedule,pattern=", "nightly")]
    [InlineData("schedule main", "type=schedule,pattern={{date 'YYYYMMDD'}}", "20260109")]
    [InlineData("schedule main", "type=schedule,pattern={{date 'YYYYMMDD-HHmm' tz='Asia/Tokyo'}}", "20260110-0830")]
    [InlineData("schedule main", "type=schedule,prefix=x-,suffix=-y", "x-nightly-y")]
    [InlineData("schedule main", "type=schedule,pattern={{branch}}-nightly", "main-nightly")]
    [InlineData("branch main", "type=schedule", "")]
    [InlineData("dispatch main", "type=schedule", "")]
    [InlineData("tag v1.2.3", "type=schedule", "")]
    public async Task Takes_schedules(string what, string rule, string tags) =>
        (await NamingEvents.NameAsync(what, rule)).TagNames.ShouldBe(Split(tags));

    private static string[] Split(string tags) => tags.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
