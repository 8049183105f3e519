using System.Text;
using GitOpsTasks.Edits;
using GitOpsTasks.Edits.Helm;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Edits;

/// <summary>Where tag and digest stand in places of their own, an old tag never comes beside a new digest, nor the other way round.</summary>
public sealed class KeepingPartsTogether
{
    private static readonly string s_digest = "sha256:" + new string('a', 64);
    private static readonly string s_other = "sha256:" + new string('b', 64);
    private static readonly ImageEditRules s_rules = new() { AllowDowngrade = false };

    [Theory]
    [InlineData("1.10.0", "1.9.0", false)]
    [InlineData("1.9.0", "1.10.0", true)]
    [InlineData("abc1234", "1.9.0", true)]
    public void Of_scalars_that_an_image_policy_marks(string before, string wanted, bool changes)
    {
        var text = $$"""
            name: web # {"$imagepolicy": "ns:web:name"}
            tag: {{before}} # {"$imagepolicy": "ns:web:tag"}
            digest: {{s_digest}} # {"$imagepolicy": "ns:web:digest"}

            """;

        var edit = Set(text, $"ns:web=web:{wanted}@{s_other}", s_rules);

        edit.MatchedSetters.Count.ShouldBe(1);
        edit.Superseded.Count.ShouldBe(changes ? 0 : 1);
        Text(edit, text).ShouldBe(changes ? text.Replace(before, wanted, StringComparison.Ordinal).Replace(s_digest, s_other, StringComparison.Ordinal) : text);
    }

    [Fact]
    public void But_whole_images_each_by_itself()
    {
        const string Text1 = "a: web:1.10.0 # {\"$imagepolicy\": \"ns:web\"}\nb: web:1.8.0 # {\"$imagepolicy\": \"ns:web\"}\n";
        var edit = Set(Text1, "ns:web=web:1.9.0", s_rules);
        Text(edit, Text1).ShouldBe(Text1.Replace("1.8.0", "1.9.0", StringComparison.Ordinal));
        edit.Superseded.ShouldHaveSingleItem().Place.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("image:\n  repository: web\n  tag: 1.10.0\n  digest: D\n")]
    [InlineData("image:\n  repository: web\n  tag: 1.10.0@D\n")]
    [InlineData("image: web:1.10.0@D\n")]
    public void Of_values(string text)
    {
        text = text.Replace("D", s_digest, StringComparison.Ordinal);
        var edit = ImageFileEdit.Of(File("values.yaml", text), [ImageUpdate.Parse($"web:1.9.0@{s_other}")], s_rules);
        (edit.Change, edit.Superseded.Count, edit.Matched.Count).ShouldBe((null, 1, 1));
    }

    [Theory]
    [InlineData("1.10.0", "1.9.0", false)]
    [InlineData("1.9.0", "1.10.0", true)]
    public void Of_a_chart_and_its_image(string before, string wanted, bool changes)
    {
        var edit = ChartFile.Edit(File("Chart.yaml", $"name: web\nversion: 0.1.0\nappVersion: {before}\n"), [ImageUpdate.Parse($"web:{wanted}")], s_rules);
        (edit.Change is not null, edit.Superseded.Count).ShouldBe((changes, changes ? 0 : 1));
        edit.Diagnostics.Select(note => (note.Code, note.Place!.Line)).ShouldBe(changes ? [] : [(EditCodes.Superseded, 3)]);
    }

    [Fact]
    public void Of_an_entry_that_is_to_be_replaced()
    {
        const string Before = "images:\n- name: web\n  newName: shop\n  newTag: 1.10.0\n- name: api\n  newTag: 1.0.0\n";
        var edit = EntryReplacement.Of(File("kustomization.yaml", Before), [ImageUpdate.Parse("web:2.0.0"), ImageUpdate.Parse("web=*:1.9.0"), ImageUpdate.Parse("api:1.1.0")], s_rules);
        Text(edit, Before).ShouldBe(Before.Replace("1.0.0", "1.1.0", StringComparison.Ordinal));
        edit.Superseded.ShouldHaveSingleItem().Subject.ShouldBe("web");

        EntryReplacement.Of(File("kustomization.yaml", Before), [ImageUpdate.Parse("web:1.9.0")], s_rules).Change.ShouldBeNull();
        EntryReplacement.Of(File("kustomization.yaml", Before), [ImageUpdate.Parse("web:1.9.0")], ImageEditRules.Default).Change.ShouldNotBeNull();
    }

    private static ImageFileEdit Set(string text, string setter, ImageEditRules rules) =>
        ImageFileEdit.Of(File("a.yaml", text), [], rules, [SetterUpdate.Parse(setter)]);

    private static TreeFile File(string path, string text) => new(TreePath.Parse(path), Encoding.UTF8.GetBytes(text));

    private static string Text(ImageFileEdit edit, string before) =>
        edit.Change?.Content is { } content ? Encoding.UTF8.GetString(content.Span) : before;
}
