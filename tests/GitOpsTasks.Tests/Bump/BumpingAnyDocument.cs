using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Tests.Yaml.Conformance;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Bump;

/// <summary>No byte changes that need not, and YamlDotNet reads the same tree but for the images.</summary>
public sealed class BumpingAnyDocument
{
    private static Arbitrary<string> Images { get; } =
        Gen.Elements("web:1.5.0", "web:1.10", "web:0123e4", $"web:1.5.0@sha256:{new string('a', 64)}", "web=ghcr.io/acme/web:2").ToArbitrary();

    [Fact]
    public void Changes_the_images_alone() =>
        Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 20_000 : 500),
            Prop.ForAll(MixedDocuments.Any, Images, (sample, image) =>
            {
                var update = ImageUpdate.Parse(image);
                var written = image[(image.IndexOf('=', StringComparison.Ordinal) + 1)..];
                var before = sample.Content;

                var edited = Edit(before, update);

                var after = Encoding.UTF8.GetString(edited);
                after.ShouldBe(string.Concat(sample.Parts.Select((part, i) => i % 2 == 0 ? part : part.Replace(MixedDocuments.Image, written, StringComparison.Ordinal))), sample.Style);
                Tree(after).ShouldBe(Tree(Encoding.UTF8.GetString(before), written), sample.ToString());
                if (update.NewName is null)
                    Edit(edited, update).ShouldBe(edited, "the same bump again changed something");
            }));

    private static byte[] Edit(byte[] content, ImageUpdate update)
    {
        var edit = ImageFileEdit.Of(new TreeFile(TreePath.Parse("all.yaml"), content), [update], ImageEditRules.Default);
        edit.Matched.ShouldBe([update], string.Join('\n', edit.Diagnostics));
        return edit.Change?.Content is { } changed ? changed.ToArray() : content;
    }

    // What the oracle reads, with the image in the places where it is the value of the key "image".
    private static List<string> Tree(string text, string? image = null)
    {
        var reading = OracleReading.Of(text);
        reading.Failure.ShouldBeNull(text);
        var events = reading.Events.ToList();
        for (var i = 1; image is not null && i < events.Count; i++)
        {
            if (events[i - 1].EndsWith(":image", StringComparison.Ordinal) || events[i - 1].EndsWith("\"image", StringComparison.Ordinal))
                events[i] = events[i].Replace(MixedDocuments.Image, image, StringComparison.Ordinal);
        }

        return events;
    }
}
