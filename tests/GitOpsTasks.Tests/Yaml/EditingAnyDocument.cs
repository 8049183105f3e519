using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class EditingAnyDocument
{
    [Fact]
    public void Changes_the_one_scalar_it_is_told_to()
    {
        var seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
        Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 20_000 : 500),
            Prop.ForAll(seeds, seed =>
            {
                var random = new Random(seed);
                var content = Encoding.UTF8.GetBytes(new RandomDocument(random).Write());
                var file = YamlFile.Parse(content, "a.yaml");
                file.IsValid.ShouldBeTrue(Encoding.UTF8.GetString(content));
                var scalars = file.AllNodes().Where(node => node.IsScalar && node.Style is not (YamlStyle.Literal or YamlStyle.Folded)).ToList();
                if (scalars.Count == 0)
                    return;
                var target = scalars[random.Next(scalars.Count)];
                var editor = new YamlEditor(file);
                editor.Replace(target, RandomDocument.Texts[random.Next(RandomDocument.Texts.Count)] + random.Next(10));
                ShouldDifferInOneNode(file, YamlFile.Parse(editor.Apply(), "a.yaml"), target);
            }));
    }

    private static void ShouldDifferInOneNode(YamlFile before, YamlFile after, YamlNode target)
    {
        var (old, now) = (before.AllNodes().ToList(), after.AllNodes().ToList());
        now.Count.ShouldBe(old.Count);
        for (var i = 0; i < old.Count; i++)
        {
            if (i != target.Index)
            {
                (now[i].Kind, now[i].Style, now[i].Value, now[i].Anchor, now[i].Tag, now[i].Parent?.Index)
                    .ShouldBe((old[i].Kind, old[i].Style, old[i].Value, old[i].Anchor, old[i].Tag, old[i].Parent?.Index));
            }
        }

        var (span, grown) = (target.Span, after.Content.Length - before.Content.Length);
        after.Content.Span[..span.Start].SequenceEqual(before.Content.Span[..span.Start]).ShouldBeTrue();
        after.Content.Span[(span.End + grown)..].SequenceEqual(before.Content.Span[span.End..]).ShouldBeTrue();
    }
}
