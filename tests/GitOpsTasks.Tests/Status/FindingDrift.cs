using GitOpsTasks.Contracts;
using GitOpsTasks.Status;

namespace GitOpsTasks.Tests.Status;

/// <summary>Fields that differ between environments though no promotion takes them along.</summary>
public sealed class FindingDrift : StatusRepository
{
    private const string Dev = "apps/web/overlays/dev";
    private const string Stage = "apps/web/overlays/staging";

    private async Task<IReadOnlyList<DriftDifference>> FindAsync(string file, string dev, string staging, string? config = null)
    {
        await CommitAsync(($"{Dev}/{file}", dev), ($"{Stage}/{file}", staging));
        if (config is not null)
            Place.Write("gitops.yaml", "apiVersion: gitops-tasks/v1\n" + config);
        var drift = (await TellAsync(("app", "web"))).Drift;
        return drift.Count == 0 ? [] : drift.ShouldHaveSingleItem().Differences;
    }

    [Fact]
    public async Task Says_where_on_both_sides()
    {
        var found = await FindAsync("patch.yaml", "kind: Deployment\nspec:\n  replicas: 1\n", "# more\nkind: Deployment\nspec: { replicas: 5 }\n");
        found.ShouldBe([new DriftDifference("/spec/replicas", new DriftSide($"{Dev}/patch.yaml", 3, 13, "1"), new DriftSide($"{Stage}/patch.yaml", 3, 19, "5"))]);
    }

    [Fact]
    public async Task Says_what_stands_on_one_side_alone()
    {
        var found = await FindAsync("patch.yaml", "spec:\n  a: x\n", "spec:\n  b: [1, 2]\n");
        found.Select(difference => (difference.Field, difference.From.Value, difference.To.Value)).ShouldBe([("/spec/a", "x", null), ("/spec/b", null, "(2 items)")]);
        found[0].To.Place().ShouldBe($"{Stage}/patch.yaml:2:3");
    }

    [Fact]
    public async Task Says_which_file_is_on_one_side_alone()
    {
        await CommitAsync(($"{Stage}/extra.yaml", "a: 1\n"));
        var difference = (await TellAsync(("app", "web"))).Drift.ShouldHaveSingleItem().Differences.ShouldHaveSingleItem();
        (difference.Field, difference.From.Place(), difference.To.Place()).ShouldBe(("", Dev, $"{Stage}/extra.yaml"));
    }

    [Theory]
    [InlineData("a: 1 # x\nb: 'z'\n", "b: z\na: 1\n")]
    [InlineData("image: web:1.0\n", "image: web:1.0\n")]
    [InlineData("namespace: shop-a\nnamePrefix: d-\n", "namespace: shop-b\nnamePrefix: s-\n")]
    [InlineData("spec: { rules: [{ host: a.example.com }] }\n", "spec: { rules: [{ host: b.example.com }] }\n")]
    [InlineData("metadata: { name: web-dev }\nlogs: s3://bucket/dev/web\n", "metadata: { name: web-staging }\nlogs: s3://bucket/staging/web\n")]
    [InlineData("kind: Deployment\nspec: { template: { spec: { containers: [{ name: web, image: web:1.5.0 }] } } }\n", "kind: Deployment\nspec: { template: { spec: { containers: [{ name: web, image: web:1.4.0 }] } } }\n")]
    public async Task Finds_none_in_what_may_differ(string dev, string staging) => (await FindAsync("x.yaml", dev, staging)).ShouldBeEmpty();

    [Theory]
    [InlineData("a: 1\n", "a: '1'\n", "/a")]
    [InlineData("name: developer\n", "name: stagingx\n", "/name")]
    [InlineData("l: [{ name: a, v: 1 }, { name: b, v: 2 }]\n", "l: [{ name: b, v: 3 }, { name: a, v: 1 }]\n", "/l/b/v")]
    [InlineData("resources: [a, c]\n", "resources: [a, b, c]\n", "/resources/1")]
    [InlineData("annotations: { example.com/x: a }\n", "annotations: { example.com/x: b }\n", "/annotations/example.com~1x")]
    public async Task Finds_it_by_what_files_mean(string dev, string staging, string field) =>
        (await FindAsync("x.yaml", dev, staging)).ShouldHaveSingleItem().Field.ShouldBe(field);

    [Fact]
    public async Task Passes_over_what_the_configuration_says()
    {
        const string Apps = "environments:\n- name: dev\n- { name: staging, from: dev }\napps:\n  web: { promote: [images, 'x.yaml:/limit'] }\n";
        var (dev, staging) = ("limit: 1\nspec: { replicas: 1, host: a }\n", "limit: 2\nspec: { replicas: 2, host: b }\n");
        (await FindAsync("x.yaml", dev, staging, Apps + "status: { ignore: [/spec/replicas] }\n")).ShouldBeEmpty();
        (await FindAsync("x.yaml", dev, staging, Apps + "status: { ignore: [replicas, '!host'] }\n")).ShouldHaveSingleItem().Field.ShouldBe("/spec/host");
    }

    [Fact]
    public async Task Tells_no_secrets()
    {
        var found = await FindAsync(
            "x.yaml", "kind: Secret\nstringData: { any: hunter2 }\n---\nDB_PASSWORD: geheim77\n", "kind: Secret\nstringData: { any: hunter3 }\n---\nDB_PASSWORD: geheim78\n");
        found.Count.ShouldBe(2);
        found.SelectMany(difference => new[] { difference.From.Value, difference.To.Value }).Distinct().ShouldBe(["(not shown)"]);
    }

    [Fact]
    public async Task Compares_no_file_that_cannot_be_read()
    {
        await CommitAsync(($"{Dev}/x.yaml", "a: [\n"), ($"{Stage}/x.yaml", "a: 1\n"));
        var outcome = await TryTellAsync();
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(StatusCodes.FileUnreadable);
        ((StatusResult)outcome.UntypedResult!).Drift.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fails_where_that_is_asked_for()
    {
        await CommitAsync(($"{Stage}/extra.yaml", "a: 1\n"));
        (await TryTellAsync()).ExitCode.ShouldBe(ExitCode.Done);
        var outcome = await TryTellAsync(("fail-on", "drift"));
        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.Findings, StatusCodes.Drifted));
        outcome.Diagnostics[0].Place!.File.ShouldBe($"{Stage}/extra.yaml");
    }

    [Fact]
    public async Task Ends_where_aliases_stand_for_more_than_memory_holds()
    {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 12).Select(at => $"a{at}: &a{at} [{string.Join(", ", Enumerable.Repeat($"*a{at - 1}", 10))}]\n"));
        await CommitAsync(($"{Dev}/x.yaml", bomb), ($"{Stage}/x.yaml", bomb));
        (await TryTellAsync()).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(StatusCodes.TooMuchDrift);
    }
}
