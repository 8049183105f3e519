using System.Diagnostics;
using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Parts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Files on disk that are no good: one clear message each, nothing half-written, nothing else disturbed.</summary>
public sealed class MeetingBadInput : BadFolder
{
    [Theory]
    [InlineData("binary", "bad.yaml:1:1")]
    [InlineData("huge", "bad.yaml:1:1")]
    [InlineData("deep nesting", "bad.yaml:2:")]
    [InlineData("deep block nesting", "bad.yaml:3:")]
    [InlineData("template", "bad.yaml:1:")]
    public async Task Warns_of_a_file_that_cannot_be_read_and_bumps_the_others(string kind, string place)
    {
        await File.WriteAllBytesAsync(Place.PathOf("bad.yaml"), BadFiles.Make(kind), Token);
        Place.Write("good.yaml", Pod);
        var before = await File.ReadAllBytesAsync(Place.PathOf("bad.yaml"), Token);

        var outcome = await BumpAsync("web:1.5.0");

        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        var warning = outcome.Diagnostics.ShouldHaveSingleItem();
        (warning.Severity, warning.Code).ShouldBe((Severity.Warning, EditCodes.FileSkipped));
        warning.Place!.ToString().ShouldStartWith(place);
        Place.Read("good.yaml").ShouldBe(Bumped);
        var after = await File.ReadAllBytesAsync(Place.PathOf("bad.yaml"), Token);
        after.AsSpan().SequenceEqual(before).ShouldBeTrue();
        Files().ShouldBe(["bad.yaml", "good.yaml"]);
    }

    [Fact]
    public async Task Bumps_a_file_with_bytes_that_are_no_UTF8_and_warns_of_them()
    {
        byte[] before = [.. "# caf"u8, 0xE9, .. "\nspec:\n  containers:\n  - image: web:1.4.0\n    name: a # "u8, 0xC3, 0x28, 10];
        await File.WriteAllBytesAsync(Place.PathOf("bad.yaml"), before, Token);
        var outcome = await BumpAsync("web:1.5.0");
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        var warning = outcome.Diagnostics.ShouldHaveSingleItem();
        (warning.Code, warning.Place!.ToString()).ShouldBe((YamlCodes.NotUtf8, "bad.yaml:1:6"));
        var expected = before.ToArray();
        expected[before.AsSpan().IndexOf("1.4.0"u8) + 2] = (byte)'5';
        (await File.ReadAllBytesAsync(Place.PathOf("bad.yaml"), Token)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("binary")]
    [InlineData("huge")]
    [InlineData("deep nesting")]
    public async Task Fails_where_the_only_file_with_the_image_cannot_be_read(string kind)
    {
        await File.WriteAllBytesAsync(Place.PathOf("bad.yaml"), BadFiles.Make(kind), Token);
        var outcome = await BumpAsync("web:1.5.0");
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics.Select(found => found.Code).ShouldBe([EditCodes.FileSkipped, BumpCodes.NoMatch]);
    }

    [Theory]
    [InlineData("binary")]
    [InlineData("not UTF-8")]
    [InlineData("huge")]
    [InlineData("deep nesting")]
    [InlineData("template")]
    public async Task Is_not_disturbed_by_a_bad_file_that_does_not_name_the_image(string kind)
    {
        await File.WriteAllBytesAsync(Place.PathOf("bad.yaml"), BadFiles.Make(kind), Token);
        Place.Write("good.yaml", "spec:\n  containers:\n  - image: api:1.0.0\n");
        var outcome = await BumpAsync("api:1.1.0");
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        outcome.Diagnostics.ShouldBeEmpty();
        Place.Read("good.yaml").ShouldContain("api:1.1.0");
    }

    [Fact]
    public async Task Edits_an_alias_bomb_at_its_anchor_in_no_time()
    {
        await File.WriteAllBytesAsync(Place.PathOf("bomb.yaml"), BadFiles.Make("alias bomb"), Token);
        var watch = Stopwatch.StartNew();
        (await DoneAsync("web:1.5.0")).Edits.ShouldHaveSingleItem();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), "expanded, it would take for ever");
        Place.Read("bomb.yaml").ShouldStartWith("l0: &l0 {containers: [{image: web:1.5.0}]}\n");
    }
}
