using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;

namespace GitOpsTasks.Tests.Git;

public sealed class SupersedingEachOther : ConfigurationRepository
{
    [Fact]
    public async Task Ends_with_the_highest_version_whoever_is_first()
    {
        var count = Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 20 : 6;
        await using var server = Serve(token: null);

        var outcomes = await Task.WhenAll(Enumerable.Range(5, count).Select(minor =>
            BumpAsync(Place.Context(), $"{server.Url}/repository.git", $"web:1.{minor}.0")));

        outcomes.ShouldAllBe(outcome => outcome.ExitCode == ExitCode.Done);
        (await Remote.ReadAsync("main", File)).ShouldBe(Content.Replace("1.4.0", $"1.{count + 4}.0", StringComparison.Ordinal));
        var results = outcomes.Select(outcome => (BumpResult)outcome.UntypedResult!).ToList();
        results.ShouldAllBe(result => result.Changed == (result.Commit != null) && result.Changed == (result.Superseded.Count == 0));
        (await Remote.LogAsync("main")).Count.ShouldBe(1 + results.Count(result => result.Changed));
        results[^1].Changed.ShouldBeTrue();
    }

    [Fact]
    public async Task Makes_no_commit_where_the_branch_has_a_newer_one()
    {
        await BumpAsync(Place.Context(), Remote.FullPath, "web:1.10.0");
        var late = await BumpAsync(Place.Context(), Remote.FullPath, "web:1.9.0");

        await ShouldBeBumpedAsync(late, "1.10.0");
        var note = late.Diagnostics.ShouldHaveSingleItem();
        (note.Code, note.Place!.ToString()).ShouldBe((EditCodes.Superseded, $"{File}:4:11"));
        var result = (BumpResult)late.UntypedResult!;
        result.Superseded.ShouldBe([new SupersededPlace(File, 4, 11, "web", "1.10.0", "1.9.0")]);

        (await BumpAsync(Place.Context(), Remote.FullPath, "web:1.9.0", ("allow-downgrade", "true"))).ExitCode.ShouldBe(ExitCode.Done);
        (await Remote.ReadAsync("main", File)).ShouldBe(Content.Replace("1.4.0", "1.9.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Still_writes_the_images_that_are_not_superseded()
    {
        var outcome = await BumpAsync(Place.Context(), Remote.FullPath, "web:1.3.0", ("image", "api:2.1.0"));
        var result = (BumpResult)outcome.UntypedResult!;
        result.Edits.ShouldHaveSingleItem().Image.ShouldBe("api");
        result.Superseded.ShouldHaveSingleItem().Image.ShouldBe("web");
        (await Remote.ReadAsync("main", File)).ShouldBe(Content.Replace("2.0.0", "2.1.0", StringComparison.Ordinal));
    }
}
