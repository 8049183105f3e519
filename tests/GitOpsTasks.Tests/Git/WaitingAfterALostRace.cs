using GitOpsTasks.Git;

namespace GitOpsTasks.Tests.Git;

public sealed class WaitingAfterALostRace
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Waits_within_a_window_of_slots_that_grows()
    {
        var longest = new PushBackoff(() => 1);
        Seconds(longest, 4).ShouldBe([1.5, 1.95, 2.535, 3.2955], 0.001);
        Seconds(new PushBackoff(() => 0.5), 2).ShouldBe([0.75, 0.975], 0.001);
        Seconds(new PushBackoff(() => 0), 2).ShouldBe([0, 0]);
    }

    [Fact]
    public void Takes_the_time_of_its_own_attempt_for_a_slot()
    {
        new PushBackoff(() => 1).After(10 * s_second).TotalSeconds.ShouldBe(15, 0.001);
        new PushBackoff(() => 1).After(TimeSpan.Zero).TotalSeconds.ShouldBe(0.15, 0.001);
    }

    [Fact]
    public void Is_not_fooled_by_one_quick_attempt()
    {
        var backoff = new PushBackoff(() => 1);
        backoff.After(4 * s_second);
        backoff.After(TimeSpan.Zero).TotalSeconds.ShouldBe(2 * 1.5 * 1.3, 0.001);
    }

    [Fact]
    public void Never_waits_longer_than_a_minute() => Seconds(new PushBackoff(() => 1), 500).Max().ShouldBe(60, 0.001);

    private static double[] Seconds(PushBackoff backoff, int losses) =>
        [.. Enumerable.Range(0, losses).Select(_ => backoff.After(s_second).TotalSeconds)];
}
