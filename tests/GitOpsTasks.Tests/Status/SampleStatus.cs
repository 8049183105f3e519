using GitOpsTasks.Status;
using GitOpsTasks.Status.Rendering;

namespace GitOpsTasks.Tests.Status;

/// <summary>One of everything that status tells, with a text of others wherever one can stand.</summary>
internal static class SampleStatus
{
    /// <summary>What others might write to make it more than text.</summary>
    public const string Hostile = "</style><script>alert(1)</script> | [x](http:y) `q` ##vso[x]y\n::error::z \x1b[31m @team";
    public static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public static StatusResult Of(string text, string url = "https://example.com/1") => new(text, "main", new string('a', 40), Now)
    {
        Environments = [new("dev", null), new(text, "dev")],
        Apps =
        [
            new(text,
            [
                new("dev", "apps/x", [new(text, "1.5.0", null)]) { Since = Now.AddDays(-3), Author = text, Commit = new string('b', 40), CommitUrl = url },
                new(text, "apps/y", [new(text, text, null) { IsBehind = true }]),
            ]),
        ],
        Promotions = [new(7, url, text, "draft", text, "dev", text) { Apps = [text], Images = [new(text, text, text)], Gates = [new(text, GateState.Pending, text)] }],
        Drift = [new([text], "dev", text, [new("/" + ShownLine.Of(text), new(text, 1, 2, ShownLine.Of(text)), new(text, 3, 4, null))])],
    };
}
