using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;

namespace GitOpsTasks.Tests.Build.Names;

/// <summary>Whatever the inputs hold, they give tags or a message with a place.</summary>
public sealed class NamingFromAnyText
{
    private static readonly string[] s_pieces =
    [
        "type=", "semver", "pep440", "match", "ref", "raw", "sha", "edge", "schedule", ",", ",", ",", "=", "\n", "\"", "'", "{{", "}}", "{{version}}", "{{date 'YYYY'}}",
        "{{commit_date", " tz=", "pattern=", "value=", "event=", "branch", "tag", "pr", "enable=", "true", "priority=", "prefix=", "suffix=", "format=", "group=1", "(", ")",
        "v(.*)", "#", " ", "🙂", "ü", "-", ".", "latest=", "highest", "onlatest=true", "manifest:", "a/web", "name=", ":1", "[", "]", "\\", "\r", "1.2.3", "LT",
    ];

    private static readonly string[] s_starts =
    [
        "", "type=", "type=raw,value=", "type=raw,value=a", "type=sha\n", "type=sha", "type=semver,pattern={{version}}", "type=match,pattern=", "type=ref,event=tag", "type=pep440,pattern=",
    ];

    [Fact]
    public async Task Gives_tags_or_tells_where_it_is_wrong()
    {
        var random = new Random(7);
        var named = 0;
        for (var i = 0; i < 10_000; i++)
        {
            string Text() => string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            var what = new[] { "tag v1.2.3", "tag 1.0rc1", "branch a/b", "pr 3", "schedule main", "commit" }[random.Next(6)];
            var request = NamingEvents.Request with
            {
                Tags = s_starts[random.Next(s_starts.Length)] + Text(),
                Flavor = random.Next(3) == 0 ? Text() : "",
                Images = random.Next(3) == 0 ? Text() : "",
                Labels = random.Next(3) == 0 ? Text() : "",
                Annotations = random.Next(3) == 0 ? Text() : "",
                ReadTags = _ => Task.FromResult<IReadOnlyList<string>>(["v9.9.9", "1.0", ""]),
            };
            try
            {
                var names = await ImageNaming.NameAsync(request, NamingEvents.Of(what), TestContext.Current.CancellationToken);
                names.TagNames.ShouldAllBe(tag => ImageGrammar.IsTag(tag));
                named++;
            }
            catch (TaskFailedException e)
            {
                var diagnostic = e.Diagnostics.ShouldHaveSingleItem();
                diagnostic.Advice.ShouldNotBeNullOrEmpty();
                (diagnostic.Place?.Line > 0 && diagnostic.Place.Column > 0).ShouldBeTrue(diagnostic.ToString());
            }
        }

        named.ShouldBeGreaterThan(1000);
    }
}
