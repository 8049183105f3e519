using System.Globalization;
using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Promote.Gates;

namespace GitOpsTasks.Tests.Promote.Gates;

public sealed class OpeningHours : GatedPromotion
{
    private const string Berlin = "Europe/Berlin";

    [Theory]
    [InlineData("2026-11-20T07:59:00Z", false)] // a Friday, 08:59 in Berlin
    [InlineData("2026-11-20T08:00:00Z", true)]
    [InlineData("2026-11-20T14:59:59Z", true)]
    [InlineData("2026-11-20T15:00:00Z", false)]
    [InlineData("2026-11-21T10:00:00Z", false)] // a Saturday
    [InlineData("2026-07-03T07:00:00Z", true)] // in summer an hour earlier
    public void Are_by_the_clocks_of_the_zone(string now, bool expected) =>
        Hours(new WindowConfig { Days = [DayOfWeek.Monday, DayOfWeek.Friday], From = new(9, 0), Until = new(16, 0), Zone = Berlin })
            .IsOpenAt(At(now)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-11-20T22:30:00Z", true)] // Friday
    [InlineData("2026-11-21T01:59:00Z", true)] // the night of Friday
    [InlineData("2026-11-21T02:00:00Z", false)]
    [InlineData("2026-11-20T01:00:00Z", false)] // the night of Thursday
    public void May_go_over_midnight(string now, bool expected) =>
        Hours(new WindowConfig { Days = [DayOfWeek.Friday], From = new(22, 0), Until = new(2, 0) }).IsOpenAt(At(now)).ShouldBe(expected);

    [Fact]
    public void Are_a_whole_day_where_no_time_is_said()
    {
        var hours = Hours(new WindowConfig { Days = [DayOfWeek.Tuesday] });
        hours.IsOpenAt(At("2026-11-24T00:00:00Z")).ShouldBeTrue();
        hours.IsOpenAt(At("2026-11-24T23:59:59Z")).ShouldBeTrue();
        hours.IsOpenAt(At("2026-11-25T00:00:00Z")).ShouldBeFalse();
        hours.ToString().ShouldBe("tue 00:00-24:00 UTC");
    }

    // On 2026-03-29 clocks in Berlin go from 02:00 to 03:00, at 01:00 UTC.
    [Theory]
    [InlineData("2026-03-29T00:59:00Z", false)]
    [InlineData("2026-03-29T01:00:00Z", true)]
    [InlineData("2026-03-29T01:59:00Z", true)]
    [InlineData("2026-03-29T02:00:00Z", false)]
    public void Begin_with_the_first_time_there_is_where_clocks_are_put_forward(string now, bool expected) =>
        Hours(new WindowConfig { From = new(2, 30), Until = new(4, 0), Zone = Berlin }).IsOpenAt(At(now)).ShouldBe(expected);

    // On 2026-10-25 clocks in Berlin go from 03:00 back to 02:00, at 01:00 UTC: 02:30 is at 00:30 and at 01:30 UTC.
    [Theory]
    [InlineData("2026-10-25T00:29:00Z", false)]
    [InlineData("2026-10-25T00:30:00Z", true)]
    [InlineData("2026-10-25T01:10:00Z", true)]
    [InlineData("2026-10-25T01:44:00Z", true)]
    [InlineData("2026-10-25T01:45:00Z", false)]
    public void Last_through_both_of_two_times_that_read_the_same(string now, bool expected) =>
        Hours(new WindowConfig { From = new(2, 30), Until = new(2, 45), Zone = Berlin }).IsOpenAt(At(now)).ShouldBe(expected);

    [Fact]
    public void Begin_next_on_a_day_that_is_not_excepted()
    {
        var hours = Hours(new WindowConfig { Days = [DayOfWeek.Monday], From = new(9, 0), Until = new(16, 0), Zone = Berlin, Except = [new(2026, 11, 23)] });
        hours.NextAfter(At("2026-11-20T12:00:00Z")).ShouldBe(At("2026-11-30T08:00:00Z"));
        hours.IsOpenAt(At("2026-11-23T10:00:00Z")).ShouldBeFalse();
    }

    [Fact]
    public async Task Hold_a_promotion()
    {
        Configure("""{ windows: [{ days: [mon, tue, wed, thu], from: 09:00, until: "16:00", zone: Europe/Berlin }, { days: [sun], except: [2026-11-22] }] }""");
        Time.Now = At("2026-11-21T10:00:00Z");
        await ShouldBeAsync(GateState.Pending, "opens 2026-11-23 09:00 Europe/Berlin");
        Time.Now = At("2026-11-23T10:00:00Z");
        await ShouldBeAsync(GateState.Passed, "mon,tue,wed,thu 09:00-16:00 Europe/Berlin or sun 00:00-24:00 UTC");
    }

    [Fact]
    public async Task Need_a_zone_that_is_known()
    {
        Configure("{ windows: [{ zone: Europe/Nowhere }] }");
        var outcome = await RunAsync();
        (outcome.ExitCode, outcome.Diagnostics[^1].Code).ShouldBe((ExitCode.Usage, GateCodes.ZoneUnknown));
    }

    private static OpenHours Hours(WindowConfig window) => new(window, TimeZoneInfo.FindSystemTimeZoneById(window.Zone));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
