using GitOpsTasks.Bump;
using GitOpsTasks.Bump.Selection;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Against a real registry, whose address is the first part of the image's name.</summary>
public sealed class ChoosingTheVersion : IAsyncLifetime
{
    private readonly Workplace _place = new();
    private DockerRegistryServer _server = null!;

    private string Web => $"{_server.Host}/acme/web";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await DockerRegistryServer.StartAsync();
        foreach (var tag in (string[])["1.9.0", "1.10.0", "2.0.0-rc.1", "latest", "main-aaa-200", "main-fff-100", "1.10"])
            await PushAsync(tag);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _place.Dispose();
    }

    [Theory]
    [InlineData("semver:^1", null, null, "1.10.0")]
    [InlineData("semver:>=1.0.0-0", null, null, "2.0.0-rc.1")]
    [InlineData("numerical:asc", "^main-[a-f]+-(?P<n>[0-9]+)$", "$n", "main-aaa-200")]
    [InlineData("numerical:desc", "^main-[a-f]+-(?P<n>[0-9]+)$", "${n}", "main-fff-100")]
    [InlineData("alphabetical:asc", "^main-", null, "main-fff-100")]
    [InlineData("alphabetical:desc", null, null, "1.10")]
    public async Task Takes_the_tag_that_the_policy_chooses(string policy, string? filter, string? extract, string expected)
    {
        WriteKustomization(policy.EndsWith("desc", StringComparison.Ordinal) ? "v0" : "0.1.0");
        var result = await DoneAsync(("image", Web), ("policy", policy), ("filter-tags", filter), ("extract", extract));
        result.Edits.ShouldHaveSingleItem().New.ShouldBe(expected);
        result.Images.ShouldBe([$"{Web}:{expected}"]);
        _place.Read("kustomization.yaml").ShouldContain($"newTag: {(expected == "1.10" ? "\"1.10\"" : expected)} #");
    }

    [Fact]
    public async Task Asks_the_new_name_where_the_files_name_it_otherwise()
    {
        _place.Write("pod.yaml", "spec:\n  containers:\n  - image: web:1.0.0\n");
        (await DoneAsync(("image", $"web={Web}"), ("policy", "semver:*"))).Edits.ShouldHaveSingleItem().New.ShouldBe($"{Web}:1.10.0");
    }

    [Fact]
    public async Task Writes_the_digest_that_the_registry_has()
    {
        WriteKustomization("1.9.0");
        var digest = DigestOf("1.10.0");
        var result = await DoneAsync(("image", Web), ("policy", "semver:^1"), ("pin-digest", "true"));
        result.Images.ShouldBe([$"{Web}:1.10.0@{digest}"]);
        _place.Read("kustomization.yaml").ShouldContain($"digest: {digest}");
        (await DoneAsync(("image", Web), ("policy", "semver:^1"), ("pin-digest", "true"))).Changed.ShouldBeFalse();

        _place.Write("pod.yaml", $"spec:\n  containers:\n  - image: {Web}:1.0.0\n");
        await DoneAsync(("image", $"{Web}:1.9.0"), ("pin-digest", "true"), ("path", "pod.yaml"));
        _place.Read("pod.yaml").ShouldContain($"image: {Web}:1.9.0@{DigestOf("1.9.0")}\n");
    }

    [Fact]
    public async Task Keeps_a_pinned_place_pinned()
    {
        _place.Write("pod.yaml", $"spec:\n  containers:\n  - image: {Web}:1.9.0@sha256:{new string('a', 64)}\n  - image: {Web}:1.9.0\n");
        await DoneAsync(("image", Web), ("policy", "semver:^1"));
        _place.Read("pod.yaml").ShouldBe($"spec:\n  containers:\n  - image: {Web}:1.10.0@{DigestOf("1.10.0")}\n  - image: {Web}:1.10.0\n");
    }

    [Fact]
    public async Task Works_dry_too()
    {
        WriteKustomization("1.9.0");
        var result = await DoneAsync(("image", Web), ("policy", "semver:^1"), ("dry-run", "true"));
        result.Edits.ShouldHaveSingleItem().New.ShouldBe("1.10.0");
        _place.Read("kustomization.yaml").ShouldContain("1.9.0");
    }

    [Theory]
    [InlineData("1.10.0", ExitCode.Done, null)]
    [InlineData("1.11.0", ExitCode.Findings, SelectionCodes.NotInRegistry)]
    public async Task Refuses_a_tag_that_is_not_there(string tag, ExitCode expected, string? code)
    {
        WriteKustomization("1.9.0");
        var outcome = await BumpAsync(("image", $"{Web}:{tag}"), ("verify", "true"));
        outcome.ExitCode.ShouldBe(expected);
        if (code is not null)
            ShouldAdvise(outcome, code, "1.11.0");
    }

    [Fact]
    public async Task Refuses_a_digest_that_is_not_there_and_warns_of_one_that_is_another_tags()
    {
        WriteKustomization("1.9.0");
        var missing = await BumpAsync(("image", $"{Web}@sha256:{new string('a', 64)}"), ("verify", "true"));
        ShouldAdvise(missing, SelectionCodes.NotInRegistry, new string('a', 64));
        var other = await BumpAsync(("image", $"{Web}:1.10.0@{DigestOf("1.9.0")}"), ("verify", "true"));
        other.ExitCode.ShouldBe(ExitCode.Done);
        ShouldAdvise(other, SelectionCodes.TagIsAnother, DigestOf("1.10.0"));
    }

    [Theory]
    [InlineData("semver:^3", null, null, "7 tags", "2.0.0-rc.1")]
    [InlineData("semver:^1.11", null, null, "7 tags", "prereleases")]
    [InlineData("semver:*", "^main-", null, "7 tags", "semantic version")]
    [InlineData("semver:*", "^dev-", null, "7 tags", "main-fff-100")]
    [InlineData("semver:*", null, "^nothing$", "7 tags", "--allow-tags")]
    public async Task Says_why_no_tag_can_be_chosen(string policy, string? filter, string? allowed, string count, string why)
    {
        WriteKustomization("1.9.0");
        var outcome = await BumpAsync(("image", Web), ("policy", policy), ("filter-tags", filter), ("allow-tags", allowed));
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        ShouldAdvise(outcome, SelectionCodes.NoTagMatches, count);
        outcome.Diagnostics[0].ToString().ShouldContain(why);
    }

    [Theory]
    [InlineData(null, null, "1.10.0")]
    [InlineData("^(.*)-[0-9]+$", "$1", "main-aaa-200")]
    public async Task Says_which_tag_is_no_number(string? filter, string? extract, string tag)
    {
        WriteKustomization("1.9.0");
        var outcome = await BumpAsync(("image", Web), ("policy", "numerical:asc"), ("filter-tags", filter), ("extract", extract));
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        ShouldAdvise(outcome, SelectionCodes.TagHasNoPlace, $"'{tag}'");
    }

    [Fact]
    public async Task Says_that_there_is_no_repository()
    {
        var outcome = await BumpAsync(("image", $"{_server.Host}/acme/nothing"), ("policy", "semver:*"));
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        ShouldAdvise(outcome, SelectionCodes.RepositoryMissing, "acme/nothing");
    }

    [Fact]
    public async Task Fails_as_an_outside_system_where_the_registry_does_not_answer()
    {
        var context = _place.Context() with { Time = new HurriedTime() };
        var inputs = new InputValues().Add("image", $"127.0.0.1:{ServerProcess.FreePort()}/acme/web").Add("policy", "semver:*");
        var outcome = await BumpTask.Declaration.RunAsync(inputs, context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.External);
        ShouldAdvise(outcome, RegistryCodes.Unavailable, "acme/web");
    }

    [Theory]
    [InlineData("1.10.0", "^1\\.", ExitCode.Done)]
    [InlineData("1.10.0", "regexp:^1\\.", ExitCode.Done)]
    [InlineData("1.10.0", "any", ExitCode.Done)]
    [InlineData("2.0.0", "regexp:^1\\.", ExitCode.Findings)]
    public async Task Sets_no_tag_that_is_not_allowed(string tag, string allowed, ExitCode expected)
    {
        WriteKustomization("1.9.0");
        var outcome = await BumpAsync(("image", $"{Web}:{tag}"), ("allow-tags", allowed));
        outcome.ExitCode.ShouldBe(expected);
        if (expected != ExitCode.Done)
            ShouldAdvise(outcome, SelectionCodes.TagRefused, "2.0.0");
    }

    [Fact]
    public async Task Chooses_among_the_tags_that_are_allowed()
    {
        WriteKustomization("1.0.0");
        var result = await DoneAsync(("image", Web), ("policy", "semver:^1"), ("allow-tags", "^1\\.9"));
        result.Edits.ShouldHaveSingleItem().New.ShouldBe("1.9.0");
    }

    [Fact]
    public async Task Leaves_a_newer_version_and_succeeds()
    {
        WriteKustomization("1.11.0");
        var outcome = await BumpAsync(("image", Web), ("policy", "semver:^1"));
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        var result = (BumpResult)outcome.UntypedResult!;
        (result.Changed, result.Edits.Count).ShouldBe((false, 0));
        result.Superseded.ShouldBe([new SupersededPlace("kustomization.yaml", 3, 11, Web, "1.11.0", "1.10.0")]);
        ShouldAdvise(outcome, EditCodes.Superseded, "1.11.0");
        outcome.Diagnostics.Count.ShouldBe(1);

        (await DoneAsync(("image", Web), ("policy", "semver:^1"), ("allow-downgrade", "true"))).Changed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("image", "web", ImageCodes.ArgumentInvalid)]
    [InlineData("policy", "newest", SelectionCodes.PolicyInvalid)]
    [InlineData("policy", "semver:>=bar", SelectionCodes.PolicyInvalid)]
    [InlineData("filter-tags", "^v", UsageCodes.InputsContradict)]
    [InlineData("extract", "$1", UsageCodes.InputsContradict)]
    [InlineData("allow-tags", "(?=a)", SelectionCodes.PatternInvalid)]
    [InlineData("allow-tags", "[", SelectionCodes.PatternInvalid)]
    public async Task Wants_inputs_that_make_sense(string input, string value, string code)
    {
        var outcome = input == "image" ? await BumpAsync((input, value)) : await BumpAsync(("image", "web:1"), (input, value));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public async Task Cannot_pin_what_has_no_tag()
    {
        var outcome = await BumpAsync(("image", "web=shop"), ("pin-digest", "true"));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        ShouldAdvise(outcome, UsageCodes.InputsContradict, "--pin-digest");
    }

    private static void ShouldAdvise(TaskOutcome outcome, string code, string text)
    {
        var diagnostic = outcome.Diagnostics.First(diagnostic => diagnostic.Code == code);
        diagnostic.Message.ShouldContain(text);
        diagnostic.Advice.ShouldNotBeNullOrEmpty();
    }

    private void WriteKustomization(string tag) =>
        _place.Write("kustomization.yaml", $"images:\n- name: {Web}\n  newTag: {tag} # c\n");

    private string DigestOf(string tag) => TestImages.Manifest(TestImages.Blob(tag)).Descriptor.Digest;

    private async Task PushAsync(string tag) =>
        await TestImages.PushAsync(new RegistryClient(_place.Context(), Web), TestImages.Blob(tag), tag);

    private async Task<TaskOutcome> BumpAsync(params (string Name, string? Value)[] inputs)
    {
        var values = inputs.Aggregate(new InputValues(), (all, input) => all.Add(input.Name, input.Value));
        return await BumpTask.Declaration.RunAsync(values, _place.Context(), Token);
    }

    private async Task<BumpResult> DoneAsync(params (string Name, string? Value)[] inputs)
    {
        var outcome = await BumpAsync(inputs);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return (BumpResult)outcome.UntypedResult!;
    }
}
