namespace GitOpsTasks.Tests.Build.Names;

public sealed class OrderingTags
{
    private const string Usual = "type=ref,event=branch\ntype=ref,event=pr\ntype=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}\ntype=sha";

    [Theory]
    [InlineData("pr 2", "pr-2 sha-860c190")]
    [InlineData("branch main", "main sha-860c190")]
    [InlineData("branch releases/v1", "releases-v1 sha-860c190")]
    [InlineData("tag v1.2.3", "1.2.3 1.2 sha-860c190 latest")]
    [InlineData("tag v2.0.8-beta.67", "2.0.8-beta.67 sha-860c190")]
    [InlineData("tag nothing", "sha-860c190")]
    [InlineData("schedule main", "main sha-860c190")]
    public async Task Gives_what_a_usual_workflow_expects(string what, string tags) =>
        (await NamingEvents.NameAsync(what, Usual)).TagNames.ShouldBe(tags.Split(' '));

    [Theory]
    [InlineData("type=sha\ntype=raw,value=a\ntype=ref,event=tag\ntype=match,pattern=.*,suffix=-m\ntype=semver,pattern={{version}}", "1.2.3 v1.2.3-m v1.2.3 a sha-860c190 latest")]
    [InlineData("type=raw,value=b\ntype=raw,value=a\nc", "b a c")]
    [InlineData("type=raw,value=a\ntype=raw,value=b,priority=201", "b a")]
    [InlineData("type=sha,priority=1000\ntype=semver,pattern={{version}}", "sha-860c190 1.2.3")]
    [InlineData("type=raw,value=low,priority=-5\ntype=sha", "sha-860c190 low")]
    [InlineData("type=raw,value=1.2.3\ntype=semver,pattern={{version}}\ntype=ref,event=tag,prefix=x", "1.2.3 xv1.2.3 latest")]
    [InlineData("type=raw,value=latest\ntype=semver,pattern={{version}}", "1.2.3 latest")]
    public async Task Goes_by_priority_and_names_each_tag_once(string rules, string tags) =>
        (await NamingEvents.NameAsync("tag v1.2.3", rules)).TagNames.ShouldBe(tags.Split(' '));

    [Theory]
    [InlineData("type=raw,value=a", "true", "a latest")]
    [InlineData("type=raw,value=a", "auto", "a")]
    [InlineData("type=raw,value=latest", "true", "latest")]
    [InlineData("type=semver,pattern={{version}}", "false", "1.2.3")]
    [InlineData("type=semver,pattern={{version}}\ntype=sha", "auto", "1.2.3 sha-860c190 latest")]
    [InlineData("type=schedule", "true", "")]
    public async Task Adds_latest_as_the_flavor_says(string rules, string latest, string tags) =>
        (await NamingEvents.NameAsync("tag v1.2.3", rules, "latest=" + latest)).TagNames.ShouldBe(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("prefix=p-", "type=semver,pattern={{version}}", "p-1.2.3 latest")]
    [InlineData("suffix=-alpine", "type=semver,pattern={{version}}", "1.2.3-alpine latest")]
    [InlineData("suffix=-alpine,onlatest=true", "type=semver,pattern={{version}}", "1.2.3-alpine latest-alpine")]
    [InlineData("prefix=p-,onlatest=true\nsuffix=-s,onlatest=true", "type=semver,pattern={{version}}", "p-1.2.3-s p-latest-s")]
    [InlineData("prefix=p-,onlatest=true\nsuffix=-s", "type=semver,pattern={{version}}", "p-1.2.3-s p-latest")]
    [InlineData("prefix=p-\nsuffix=-s", "type=raw,value=a,prefix=,suffix=", "a")]
    [InlineData("prefix=p-\nsuffix=-s", "type=raw,value=a,prefix=own-", "own-a-s")]
    [InlineData("prefix=p-\nsuffix=-s", "type=sha", "sha-860c190-s")]
    [InlineData("prefix={{sha}}-", "type=raw,value=a", "860c190-a")]
    [InlineData("prefix=a-\nprefix=b-", "type=raw,value=x", "b-x")]
    [InlineData("latest=true,suffix=-s,onlatest=true", "type=raw,value=x", "x-s latest-s")]
    public async Task Puts_prefix_and_suffix_around(string flavor, string rules, string tags) =>
        (await NamingEvents.NameAsync("tag v1.2.3", rules, flavor)).TagNames.ShouldBe(tags.Split(' '));

    [Fact]
    public async Task Keeps_the_flavors_prefix_from_pull_requests() =>
        (await NamingEvents.NameAsync("pr 2", "type=ref,event=pr", "prefix=p-\nsuffix=-s")).TagNames.ShouldBe(["pr-2-s"]);

    [Theory]
    [InlineData("branch main", "enable=true", true)]
    [InlineData("branch main", "enable=false", false)]
    [InlineData("branch main", "enable={{is_default_branch}}", true)]
    [InlineData("branch dev", "enable={{is_default_branch}}", false)]
    [InlineData("branch dev", "enable={{is_not_default_branch}}", true)]
    [InlineData("tag v1", "enable={{is_default_branch}}", false)]
    [InlineData("pr 2", "enable={{is_default_branch}}", false)]
    [InlineData("schedule main", "enable={{is_default_branch}}", true)]
    public async Task Leaves_out_what_is_switched_off(string what, string enable, bool isThere) =>
        (await NamingEvents.NameAsync(what, "type=raw,value=latest," + enable)).TagNames.ShouldBe(isThere ? ["latest"] : []);

    [Theory]
    [InlineData("branch main", "{{branch}}-{{sha}}", "main-860c190")]
    [InlineData("tag v1.2.3", "{{tag}}", "v1.2.3")]
    [InlineData("tag v1.2.3", "x{{branch}}", "x")]
    [InlineData("pr 2", "{{base_ref}}", "main")]
    [InlineData("branch main", "x{{base_ref}}", "x")]
    [InlineData("branch main", "{{date 'YYYYMMDD'}}", "20260109")]
    [InlineData("branch main", "{{commit_date 'YYYYMMDD-HHmmss'}}", "20260304-030607")]
    [InlineData("branch main", "{{commit_date 'HHmm' tz='America/New_York'}}", "2206")]
    [InlineData("branch main", "{{date}}", "2026-01-09T23-30-05-00-00")]
    [InlineData("branch main", "a=b,suffix=c", "a-bc")]
    public async Task Fills_in_expressions(string what, string value, string tag) =>
        (await NamingEvents.NameAsync(what, "type=raw,value=" + value)).TagNames.ShouldBe([tag]);

    [Theory]
    [InlineData("\"a,b\"", "a-b")]
    [InlineData("\"value=a,b\"", "a-b")]
    [InlineData("type=raw,\"value=say \"\"hi\"\"\"", "say-hi-")]
    [InlineData("type=raw,value={{date \"YYYY\"}}", "2026")]
    [InlineData(",, plain ,", "plain")]
    public async Task Reads_quoted_fields(string rule, string tag) =>
        (await NamingEvents.NameAsync("branch main", rule)).TagNames.ShouldBe([tag]);
}
