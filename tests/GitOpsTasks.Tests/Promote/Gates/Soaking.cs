using GitOpsTasks.Promote;
using GitOpsTasks.Promote.Gates;

namespace GitOpsTasks.Tests.Promote.Gates;

public sealed class Soaking : GatedPromotion
{
    // The repository's clock ticks a second a call of git: 1.5.0 came with the first commit, seconds after this.
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan s_little = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Lasts_as_long_as_the_environment_says()
    {
        Configure("", "soak: 24h");
        Time.Now = s_start.AddHours(24);
        await ShouldBeAsync(GateState.Pending, "in dev since 2026-01-01 00:00 UTC, soaks until 2026-01-02 00:00 UTC");
        Time.Now = s_start.AddHours(24) + s_little;
        await ShouldBeAsync(GateState.Passed, "in dev since 2026-01-01 00:00 UTC, for 1d and more");
    }

    [Fact]
    public async Task Writes_nothing_again_while_it_lasts()
    {
        Configure("", "soak: 24h");
        (await PromotionAsync()).State.ShouldBe(PromotionState.Opened);
        Time.Now = s_start.AddHours(5);
        (await PromotionAsync()).State.ShouldBe(PromotionState.Unchanged);
        Time.Now = s_start.AddHours(25);
        (await PromotionAsync()).State.ShouldBe(PromotionState.Updated);
    }

    [Fact]
    public async Task Begins_anew_with_another_version_and_not_with_another_change()
    {
        Configure("", "soak: 2h");
        await Remote.CommitAsync("main", "apps/web/overlays/dev/replicas.yaml", "replicas: 2\n");
        Time.Now = s_start.AddHours(2) + s_little;
        (await GateAsync()).State.ShouldBe(GateState.Passed);

        await CommitAsync("1.6.0", s_start.AddHours(1));
        (await GateAsync()).State.ShouldBe(GateState.Pending);
        Time.Now = s_start.AddHours(3);
        (await GateAsync()).State.ShouldBe(GateState.Passed);
    }

    [Fact]
    public async Task Counts_only_the_last_stay_of_a_version()
    {
        Configure("", "soak: 2h");
        await CommitAsync("1.6.0", s_start.AddHours(3));
        await CommitAsync("1.5.0", s_start.AddHours(4));
        Time.Now = s_start.AddHours(5);
        await ShouldBeAsync(GateState.Pending, "in dev since 2026-01-01 04:00 UTC, soaks until 2026-01-01 06:00 UTC");
    }

    [Theory]
    [InlineData(3, GateState.Passed)]
    [InlineData(1, GateState.Failed)]
    public async Task Is_over_for_a_version_that_was_replaced(int hours, GateState expected)
    {
        Configure("", "soak: 2h");
        await CommitAsync("1.6.0", s_start.AddHours(hours));
        Time.Now = s_start.AddHours(9);
        (await PromotionAsync(("tag", "1.5.0"))).Gates.ShouldHaveSingleItem().State.ShouldBe(expected);
    }

    [Fact]
    public async Task Is_not_asked_of_going_back()
    {
        Configure("", "soak: 24h");
        await SetAsync("staging", "1.5.0");
        var back = await PromotionAsync(("rollback", "true"));
        (back.State, back.Gates.Count).ShouldBe((PromotionState.Opened, 0));
    }

    private async Task CommitAsync(string version, DateTimeOffset time)
    {
        var old = await Remote.TipAsync("main");
        await SetAsync("dev", version);
        var date = $"{time.ToUnixTimeSeconds()} +0000";
        var made = await Remote.TryGitAsync(
            ["commit-tree", "main^{tree}", "-p", old!, "-m", "bump"],
            variables: [KeyValuePair.Create<string, string?>("GIT_COMMITTER_DATE", date), KeyValuePair.Create<string, string?>("GIT_AUTHOR_DATE", date)]);
        await Remote.GitAsync("update-ref", "refs/heads/main", made.Text);
    }
}
