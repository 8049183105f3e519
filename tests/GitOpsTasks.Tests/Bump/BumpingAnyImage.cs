using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using YamlDotNet.Core;

namespace GitOpsTasks.Tests.Bump;

public sealed class BumpingAnyImage
{
    private const string Marker = "v0-new-tag";

    private static readonly string[] s_tags = ["v2", "1.10", "2.0.0", "0123e4", "null", "on", "2024-01-01", "7284872", "main-abc_1.2"];

    [Fact]
    public void Changes_no_byte_outside_the_tags_and_the_tree_in_nothing_else()
    {
        Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 20_000 : 500),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
            {
                var sample = new ImageSample(seed);
                var tag = s_tags[seed % s_tags.Length];
                var after = Edit(sample.Text, tag);
                after.ShouldBe(WithQuotesOf(after, sample.Written(tag)), $"seed {seed}\n{sample}");
                Edit(after, tag).ShouldBe(after, "the same bump again changed something");
                Texts(after).ShouldBe(Texts(sample.Written(Marker)).Select(text => text.Replace(Marker, tag, StringComparison.Ordinal)), $"seed {seed}\n{sample}");
            }));
    }

    private static string WithQuotesOf(string after, string expected) => string.Concat(expected.Select((c, at) =>
        c == ImageSample.AnyQuote && at < after.Length && after[at] is '\'' or '"' ? after[at] : c));

    private static string Edit(string text, string tag)
    {
        var update = new ImageUpdate("web", null, tag, null);
        var edit = ImageFileEdit.Of(new TreeFile(TreePath.Parse("a.yaml"), Encoding.UTF8.GetBytes(text)), [update], ImageEditRules.Default);
        edit.Matched.ShouldBe([update], text);
        return edit.Change?.Content is { } content ? Encoding.UTF8.GetString(content.Span) : text;
    }

    // By another reader: every scalar with whether it is a string to it, in texts that hold YAML too.
    private static List<string> Texts(string yaml)
    {
        var texts = new List<string>();
        var parser = new Parser(new StringReader(yaml.TrimStart('\uFEFF')));
        while (parser.MoveNext())
        {
            if (parser.Current is YamlDotNet.Core.Events.Scalar scalar && scalar.Value.Contains("repository:", StringComparison.Ordinal))
                texts.AddRange(Texts(scalar.Value));
            else if (parser.Current is YamlDotNet.Core.Events.Scalar { Style: ScalarStyle.Plain } plain && !GitOpsTasks.Yaml.PlainScalar.IsString(plain.Value) && plain.Tag.IsEmpty)
                texts.Add("plain " + plain.Value);
            else
                texts.Add(parser.Current is YamlDotNet.Core.Events.Scalar other ? other.Value : parser.Current!.GetType().Name);
        }

        return texts;
    }
}
