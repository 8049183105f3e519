using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Bump;

public sealed class BumpingAnyKustomization
{
    private static readonly TreePath s_path = TreePath.Parse("kustomization.yaml");

    private static Arbitrary<string> Tags { get; } =
        Gen.Elements("v2", "1.10", "2.0.0", "0123e4", "null", "on", "2024-01-01", "7284872", "main-abc_1.2").ToArbitrary();

    [Fact]
    public void Changes_no_byte_outside_the_tags()
    {
        Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 20_000 : 500),
            Prop.ForAll(KustomizationSample.Any, Tags, (sample, tag) =>
            {
                var update = new ImageUpdate("web", null, tag, null);
                var edited = Edit(sample.Content, update);
                var text = Encoding.UTF8.GetString(edited);
                var expected = string.Concat(sample.Parts.Select((part, index) => index % 2 == 0 ? part : Written(part, tag)));
                text.ShouldBe(expected, sample.Style);
                Edit(edited, update).ShouldBe(edited, "the same bump again changed something");
                TagsOf(edited).ShouldAllBe(found => found == tag);
            }));
    }

    private static byte[] Edit(byte[] content, ImageUpdate update)
    {
        var edit = ImageFileEdit.Of(new TreeFile(s_path, content), [update], ImageEditRules.Default);
        edit.Matched.Count.ShouldBe(1);
        return edit.Change?.Content is { } changed ? changed.ToArray() : content;
    }

    private static IEnumerable<string?> TagsOf(byte[] content) =>
        ImageFileEdit.SitesOf(new TreeFile(s_path, content)).Where(site => site.Name == "web").Select(site => site.Current.Tag);

    // The author's quotes stay; a plain tag gets quotes where it would not be a string.
    private static string Written(string old, string tag)
    {
        if (old[0] is '\'' or '"')
            return $"{old[0]}{tag}{old[0]}";
        return PlainScalar.IsString(tag) ? tag : $"\"{tag}\"";
    }
}
