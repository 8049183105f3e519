using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Tests.Bump;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Merge;

/// <summary>Merging two bumps is the same as doing one after the other, whatever the file looks like.</summary>
public sealed class MergingAnyKustomization : MergedVersions
{
    private static readonly TreePath s_path = TreePath.Parse("kustomization.yaml");

    private static readonly Gen<string> s_tags = Gen.Elements("v2", "1.10", "2.0.0", "0123e4", "null", "on", "2024-01-01", "7284872", "main-abc_1.2");

    private static Arbitrary<(KustomizationSample Sample, IReadOnlyList<ImageUpdate> Ours, IReadOnlyList<ImageUpdate> Theirs)> Cases { get; } = (
        from sample in KustomizationSample.Any.Generator
        let names = NamesIn(sample.Content)
        from sides in Gen.Elements(0, 1, 2, 3).ArrayOf(names.Count)
        from tags in s_tags.ArrayOf(names.Count)
        select (sample, Of(names, tags, sides, 1), Of(names, tags, sides, 2))).ToArbitrary();

    private static int Count => Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 1_000 : 100;

    [Fact]
    public void Gives_what_both_bumps_give_in_turn() =>
        Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Count),
            Prop.ForAll(Cases, item =>
            {
                var start = Encoding.UTF8.GetString(item.Sample.Content);
                var (ours, theirs) = (Edit(start, item.Ours), Edit(start, item.Theirs));
                var both = Edit(ours, item.Theirs);
                Merge(start, ours, theirs).ShouldBe(both, item.Sample.Style);
                Merge(start, theirs, ours).ShouldBe(both, item.Sample.Style);
                Merge(start, ours, ours).ShouldBe(ours);
                Merge(start, start, theirs).ShouldBe(theirs);
            }));

    private string Merge(string @base, string ours, string theirs)
    {
        var merged = MergeAsync(@base, ours, theirs).GetAwaiter().GetResult();
        merged.Diagnostics.ShouldBeEmpty();
        return merged.Text;
    }

    private static IReadOnlyList<ImageUpdate> Of(IReadOnlyList<string> names, string[] tags, int[] sides, int bit) =>
        [.. names.Select((name, i) => (name, i)).Where(item => (sides[item.i] & bit) != 0).Select(item => new ImageUpdate(item.name, null, tags[item.i], null))];

    private static List<string> NamesIn(byte[] content) =>
        [.. ImageFileEdit.SitesOf(new TreeFile(s_path, content)).Select(site => site.Name).Distinct()];

    private static string Edit(string text, IReadOnlyList<ImageUpdate> updates)
    {
        var edit = ImageFileEdit.Of(new TreeFile(s_path, Encoding.UTF8.GetBytes(text)), updates, ImageEditRules.Default);
        return edit.Change?.Content is { } changed ? Encoding.UTF8.GetString(changed.Span) : text;
    }
}
