using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Bump;

public sealed class AddingAnyEntry
{
    private static readonly TreePath s_path = TreePath.Parse("kustomization.yaml");
    private static readonly string s_digest = "sha256:" + new string('e', 64);

    private static Arbitrary<ImageUpdate> Updates { get; } = (
        from name in Gen.Elements("new", "ghcr.io/acme/new", "localhost:5000/new", "null", "alpine:latest", "(a|b).*")
        from newName in Gen.Elements(null, "shop", "r.example.com:443/shop")
        from tag in Gen.Elements("v2", "1.10", "0123e4", "on", "2024-01-01")
        from digest in Gen.Elements(null, s_digest)
        select new ImageUpdate(name, newName, tag, digest)).ToArbitrary();

    [Fact]
    public void Inserts_it_and_changes_no_other_byte() => Run(KustomizationSample.Any, sample => sample.Content);

    [Fact]
    public void Inserts_the_list_where_there_is_none() => Run(KustomizationSample.Any, sample => Encoding.UTF8.GetBytes(string.Concat(sample.Parts).Replace("images:", "imagez:", StringComparison.Ordinal)));

    [Fact]
    public void Inserts_it_beside_patches() => Run(PatchSample.Any, sample => sample.Content);

    private static void Run<T>(Arbitrary<T> samples, Func<T, byte[]> contentOf) =>
        Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 20_000 : 500),
            Prop.ForAll(samples, Updates, (sample, update) =>
            {
                var content = contentOf(sample);
                var edit = ImageFileEdit.Of(new TreeFile(s_path, content), [], ImageEditRules.Default, entries: [update]);
                var edited = edit.Change!.Content!.Value.ToArray();
                ShouldHoldAllOf(content, edited);
                EntriesOf(edited).ShouldBe([.. EntriesOf(content), (update.Name, update.NewName, update.Tag, update.Digest)]);
                WithoutEntries(edited).ShouldBe(WithoutEntries(content));
                ImageFileEdit.Of(new TreeFile(s_path, edited), [update], ImageEditRules.Default).Change.ShouldBeNull();
                edit.Fields.ShouldHaveSingleItem().New.ShouldBe(update.ToString());
            }));

    // What was there is what is there, before and after one insertion.
    private static void ShouldHoldAllOf(byte[] content, byte[] edited)
    {
        var start = content.AsSpan().CommonPrefixLength(edited);
        var end = edited.Length - (content.Length - start);
        edited[end..].ShouldBe(content[start..]);
    }

    private static IEnumerable<(string? Name, string? NewName, string? Tag, string? Digest)> EntriesOf(byte[] content) =>
        YamlFile.Parse(content, s_path.Value).Documents[0] is var root && Images(root) is { } list
            ? [.. list.Items.Select(item => (item.Text("name"), item.Text("newName"), item.Text("newTag"), item.Text("digest")))]
            : [];

    private static List<string> WithoutEntries(byte[] content)
    {
        var file = YamlFile.Parse(content, s_path.Value);
        return [.. file.Documents.SelectMany((document, at) => at > 0 || !document.IsMapping ? [Text(document)] : document.Pairs.Where(pair => pair.Key.Value != "images").Select(pair => pair.Key.Value + Text(pair.Value)))];
    }

    private static YamlNode? Images(YamlNode root) => root["images"];

    private static string Text(YamlNode node) => node.IsScalar ? $"{node.Style}{node.Value}" : string.Join('|', node.Items.Select(Text).Concat(node.Pairs.Select(pair => Text(pair.Key) + Text(pair.Value))));
}
