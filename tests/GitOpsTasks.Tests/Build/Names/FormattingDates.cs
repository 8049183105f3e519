namespace GitOpsTasks.Tests.Build.Names;

public sealed class FormattingDates
{
    [Theory]
    [InlineData("YYYY-MM-DDTHH:mm:ss.SSS[Z]", "2026-01-09T23:30:05.078Z")]
    [InlineData("YY.M.D", "26.1.9")]
    [InlineData("dddd, D MMMM YYYY", "Friday, 9 January 2026")]
    [InlineData("ddd dd d E", "Fri Fr 5 5")]
    [InlineData("MMM Q", "Jan 1")]
    [InlineData("DDDD DDD", "009 9")]
    [InlineData("GGGG-[W]WW-E", "2026-W02-5")]
    [InlineData("h:mm a A hh k", "11:30 pm PM 11 23")]
    [InlineData("X", "1768001405")]
    [InlineData("x", "1768001405078")]
    [InlineData("S SS", "0 07")]
    [InlineData("Z ZZ", "+00:00 +0000")]
    [InlineData("[in] YYYY [", "in 2026 [")]
    [InlineData("", "2026-01-09T23:30:05+00:00", false)]
    public async Task Writes_the_parts_that_moment_names(string format, string written, bool hasFormat = true)
    {
        var labels = "l={{date" + (hasFormat ? $" '{format}'" : "") + "}}";
        var names = await GitOpsTasks.Build.Names.ImageNaming.NameAsync(
            NamingEvents.Request with { Labels = labels }, NamingEvents.Of("commit"), TestContext.Current.CancellationToken);

        names.Labels["l"].ShouldBe(written);
    }
}
