using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Bump;

public sealed class BumpingAnyPatch
{
    private static readonly TreePath s_path = TreePath.Parse("kustomization.yaml");

    private static Arbitrary<string> Tags { get; } = Gen.Elements("v2", "1.11", "2.0.0", "0123e5", "null", "7284872", "main-abc_1.2").ToArbitrary();

    [Fact]
    public void Changes_no_byte_outside_the_tags() =>
        Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 20_000 : 500),
            Prop.ForAll(PatchSample.Any, Tags, (sample, tag) =>
            {
                var edited = Edit(sample.Content, tag);
                Encoding.UTF8.GetString(edited).ShouldBe(string.Concat(sample.Parts.Select((part, index) => index % 2 == 0 ? part : tag)), sample.Style);
                Edit(edited, tag).ShouldBe(edited, "the same bump again changed something");
                ImageFileEdit.SitesOf(new TreeFile(s_path, edited)).Where(site => site.Name == "web").ShouldAllBe(site => site.Current.Tag == tag);
            }));

    private static byte[] Edit(byte[] content, string tag)
    {
        var edit = ImageFileEdit.Of(new TreeFile(s_path, content), [new ImageUpdate("web", null, tag, null)], ImageEditRules.Default);
        edit.Matched.Count.ShouldBe(1);
        return edit.Change?.Content is { } changed ? changed.ToArray() : content;
    }
}
