using GitOpsTasks.Build;
using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Build.Names;

public sealed class RefusingNames
{
    [Theory]
    [InlineData("type=shaa", "2:8", "sha")]
    [InlineData("type=sha,fromat=long", "2:12", "'format'")]
    [InlineData("type=sha,format=medium", "2:19", "Write one of them")]
    [InlineData("type=sha,zzzzzz=1", "2:12", "It may have")]
    [InlineData("type=ref", "2:3", "event=branch")]
    [InlineData("type=ref,event=push", "2:18", "Write one of them")]
    [InlineData("type=semver", "2:3", "pattern={{version}}")]
    [InlineData("type=pep440,pattern=", "2:3", "pattern={{version}}")]
    [InlineData("type=match", "2:3", "pattern=")]
    [InlineData("type=raw", "2:3", "value=dev")]
    [InlineData("type=raw,value=", "2:3", "value=dev")]
    [InlineData("type=raw,value=a,value=b", "2:20", "Write it once")]
    [InlineData("type=raw,value=a,b", "2:20", "quotes")]
    [InlineData("type=raw,value=a,priority=high", "2:29", "whole number")]
    [InlineData("type=raw,value=a,enable=maybe", "2:27", "enable=true")]
    [InlineData("type=raw,\"value=a", "2:12", "Close it")]
    [InlineData("type=raw,\"value=a\"b", "2:21", "whole field")]
    [InlineData("type=match,pattern=(", "2:22", "Correct it")]
    [InlineData("type=match,pattern=/a/q", "2:22", "i, m and s")]
    [InlineData("type=match,pattern=v,group=1", "2:30", "parentheses")]
    [InlineData("type=match,pattern=v,group=x", "2:30", "parentheses")]
    public async Task That_break_the_grammar_of_rules(string rule, string place, string advice) =>
        (await RefusedAsync(new() { Now = NamingEvents.Now, Tags = "# ünï 🙂\n  " + rule }, BuildCodes.TagRuleInvalid, "tags:" + place)).ShouldContain(advice);

    [Theory]
    [InlineData("type=raw,value={{brnch}}", "1:16", "{{branch}}")]
    [InlineData("type=raw,value=${{ github.ref_name }}", "1:17", "workflow files")]
    [InlineData("type=raw,value=x{{version}}", "1:17", "pattern of semver")]
    [InlineData("type=raw,value={{qqqqqqq}}", "1:16", "Known here")]
    [InlineData("type=raw,value={{branch 'x'}}", "1:16", "{{branch}}")]
    [InlineData("type=raw,value={{branch", "1:16", "double quotes")]
    [InlineData("type=raw,value={{}}", "1:18", "{{name}}")]
    [InlineData("type=raw,value={{date YYYY}}", "1:23", "{{date 'YYYYMMDD'")]
    [InlineData("type=raw,value={{date 'YYYY}}", "1:23", "{{date 'YYYYMMDD'")]
    [InlineData("type=raw,value={{date 'YYYY' 'MM'}}", "1:30", "{{date 'YYYYMMDD'")]
    [InlineData("type=raw,value={{date 'YYYY-Do'}}", "1:29", "square brackets")]
    [InlineData("type=raw,value={{date 'YYYY' tz='Mars/North'}}", "1:34", "IANA")]
    [InlineData("type=raw,value=🙂{{brnch}}", "1:17", "{{branch}}")]
    [InlineData("type=semver,pattern={{majr}}", "1:21", "{{major}}")]
    [InlineData("type=raw,value=a,prefix={{nope}}", "1:25", "Known here")]
    public async Task With_expressions_that_do_not_exist(string rule, string place, string advice) =>
        (await RefusedAsync(new() { Now = NamingEvents.Now, Tags = rule }, NameCodes.ExpressionInvalid, "tags:" + place)).ShouldContain(advice);

    [Theory]
    [InlineData("acme/web:1.0", "1:1", "'acme/web'")]
    [InlineData("a/web\nacme/w eb", "2:1", "ghcr.io")]
    [InlineData("a/web,-b", "1:7", "ghcr.io")]
    [InlineData("name=,enable=true", "1:1", "name=ghcr.io")]
    [InlineData("enable=true", "1:1", "name=ghcr.io")]
    [InlineData("name=a/web,enabled=true", "1:12", "'enable'")]
    [InlineData("name=a/web,enable=1", "1:19", "enable=true")]
    public async Task Of_what_is_no_image(string images, string place, string advice) =>
        (await RefusedAsync(new() { Now = NamingEvents.Now, Images = images }, NameCodes.ImageInvalid, "images:" + place)).ShouldContain(advice);

    [Theory]
    [InlineData("latest=maybe", "1:8", "highest")]
    [InlineData("latest=auto\nprefx=a", "2:1", "'prefix'")]
    [InlineData("onlatest=true", "1:10", "prefix=")]
    [InlineData("prefix=a,onlatest=yes", "1:19", "onlatest=true")]
    public async Task With_flavors_that_do_not_exist(string flavor, string place, string advice) =>
        (await RefusedAsync(new() { Now = NamingEvents.Now, Flavor = flavor }, NameCodes.FlavorInvalid, "flavor:" + place)).ShouldContain(advice);

    [Theory]
    [InlineData("a=b\nno equals", "", "labels:2:1")]
    [InlineData("a b=c", "", "labels:1:1")]
    [InlineData("=c", "", "labels:1:1")]
    [InlineData("\"a=b", "", "labels:1:1")]
    [InlineData("\"a=b\" c", "", "labels:1:7")]
    [InlineData("", "layer:a=b", "annotations:1:1")]
    [InlineData("", "manifest:=b", "annotations:1:1")]
    public async Task Of_labels_that_are_none(string labels, string annotations, string place) =>
        await RefusedAsync(new() { Now = NamingEvents.Now, Labels = labels, Annotations = annotations }, NameCodes.LabelInvalid, place);

    [Theory]
    [InlineData("branch -x", "type=ref,event=branch", "", "begins with")]
    [InlineData("branch .github", "type=ref,event=branch", "", "begins with")]
    [InlineData("branch ü", "type=ref,event=branch", "", "gives '-'")]
    [InlineData("branch main", "type=raw,value=a,prefix=-", "", "begins with")]
    [InlineData("branch main", "type=raw,value=a,prefix=b", "latest=true\nprefix=.,onlatest=true", "'.latest'")]
    public async Task That_no_tag_may_begin_with(string what, string rules, string flavor, string message)
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(() => NamingEvents.NameAsync(what, rules, flavor));
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.TagInvalid);
        failure.Message.ShouldContain(message);
    }

    [Fact]
    public async Task Of_more_than_128_characters()
    {
        (await NamingEvents.NameAsync("branch " + new string('a', 128), "")).TagNames.ShouldHaveSingleItem();
        var failure = await Should.ThrowAsync<TaskFailedException>(() => NamingEvents.NameAsync("branch " + new string('a', 129), ""));
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.TagInvalid);
        failure.Message.ShouldContain("129");
    }

    [Fact]
    public async Task Made_from_a_time_that_is_not_known()
    {
        var request = NamingEvents.Request with { Tags = "type=raw,value={{commit_date 'YYYY'}}" };
        var failure = await Should.ThrowAsync<TaskFailedException>(() => ImageNaming.NameAsync(request, new BuildEvent(), TestContext.Current.CancellationToken));
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(NameCodes.FactUnknown);
    }

    private static async Task<string> RefusedAsync(NamingRequest request, string code, string place)
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(
            () => ImageNaming.NameAsync(request, NamingEvents.Of("tag v1.2.3"), TestContext.Current.CancellationToken));
        failure.ExitCode.ShouldBe(ExitCode.Usage);
        var diagnostic = failure.Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Code, diagnostic.Place!.ToString()).ShouldBe((code, place));
        diagnostic.Message.ShouldEndWith(".");
        return diagnostic.Advice.ShouldNotBeNull();
    }
}
