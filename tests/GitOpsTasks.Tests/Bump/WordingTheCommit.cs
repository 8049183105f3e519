using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Bump;

public sealed class WordingTheCommit
{
    private static readonly CiRun s_run = new("https://ci.example.com/7", "abc123", "https://example.com/acme/web", "main");

    [Theory]
    [InlineData("Bump web to 1.5.0", "web:1.5.0")]
    [InlineData("Bump web, api to 1.5.0", "web:1.5.0", "api:1.5.0")]
    [InlineData("Bump web to 1.5.0, api to 2.0.0", "web:1.5.0", "api:2.0.0")]
    [InlineData("Bump 3 images", "registry.example.com/acme/shop/web:1.5.0", "registry.example.com/acme/shop/api:1.5.0", "c:1")]
    public void Has_a_subject_that_fits(string subject, params string[] images) =>
        Message(null, images).Split('\n')[..2].ShouldBe([subject, ""]);

    [Fact]
    public void Names_only_what_changes()
    {
        var changes = Changes("web:1.5.0");
        BumpMessage.For([ImageUpdate.Parse("web:1.5.0"), ImageUpdate.Parse("api:2.0.0")], changes).ShouldStartWith("Bump web to 1.5.0\n");
    }

    [Fact]
    public void Fills_every_placeholder() =>
        Message("chore({count}): {image} {old} -> {new} = {version} in {files}\n\nby {run-url} for {source-commit} {Not} {}", "web:1.5.0", "api:2.0.0")
            .ShouldStartWith("chore(2): web, api 1.0 -> 1.5.0, 2.0.0 = 1.5.0, 2.0.0 in apps/a.yaml\n\nby https://ci.example.com/7 for abc123 {Not} {}\n\napps/a.yaml: web newTag 1.0 -> 1.5.0\n");

    [Fact]
    public void Ends_in_trailers()
    {
        var settings = new CommitSettings { Trailers = [CommitTrailer.Parse("Ticket = SHOP-7 ")] };
        BumpMessage.For(settings, [ImageUpdate.Parse("web:1.5.0")], Changes("web:1.5.0"), s_run, skipsCi: false)
            .ShouldEndWith("\n\nGitops-Task: bump\nSource-Commit: abc123\nRun-Url: https://ci.example.com/7\nTicket: SHOP-7\n");
    }

    [Theory]
    [InlineData("1.0\n\nSigned-off-by: Somebody <else@example.com>")]
    [InlineData("1.0\r\nSigned-off-by: Somebody <else@example.com>")]
    [InlineData("1.0\u2028Signed-off-by: x")]
    public void Lets_no_value_begin_a_line(string old)
    {
        var lines = Message("{old}", s_run, old, "web:1.5.0").Split('\n');
        lines.ShouldNotContain(line => line.StartsWith("Signed-off-by", StringComparison.Ordinal));
        lines[0].ShouldStartWith("1.0 Signed-off-by");
        lines.Length.ShouldBe(8);
    }

    [Theory]
    [InlineData("[skip ci]")]
    [InlineData("[CI SKIP]")]
    [InlineData("[no ci]")]
    [InlineData("[skip actions]")]
    [InlineData("***NO_CI***")]
    public void Lets_no_value_skip_the_pipeline(string old)
    {
        var run = s_run with { SourceCommit = old };
        Message("{old} {source-commit}", run, old, "web:1.5.0").ShouldNotContain(old, Case.Insensitive);
    }

    [Fact]
    public void Marks_a_commit_once()
    {
        var settings = new CommitSettings { Message = MessageTemplate.Parse("bump [skip ci]\n\nmore") };
        BumpMessage.For(settings, [ImageUpdate.Parse("web:1.5.0")], Changes("web:1.5.0"), null, skipsCi: true).ShouldStartWith("bump [skip ci]\n\nmore\n");
    }

    [Fact]
    public void Cuts_what_is_very_long() => Message("{old}", s_run, new string('x', 100_000), "web:1.5.0").Length.ShouldBeLessThan(1500);

    private static string Message(string? template, params string[] images) => Message(template, s_run, "1.0", images);

    private static string Message(string? template, CiRun? run, string old, params string[] images) => BumpMessage.For(
        new CommitSettings { Message = template is null ? null : MessageTemplate.Parse(template) },
        [.. images.Select(ImageUpdate.Parse)],
        Changes(old, images),
        run,
        skipsCi: false);

    private static ChangeSet Changes(params string[] images) => Changes("1.0", images);

    private static ChangeSet Changes(string old, string[] images) => new()
    {
        Files = [new FileChange(TreePath.Parse("apps/a.yaml"), "a"u8.ToArray())],
        Fields = [.. images.Select(ImageUpdate.Parse).Select(image => new FieldChange(new SourcePlace("apps/a.yaml", 1, 1, 1, 2), "newTag", image.Name, old, image.Tag))],
    };
}
