using System.Text;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Tests.Lint;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Every image of real repositories, each bumped for itself.</summary>
public sealed class BumpingTheCorpus
{
    [Theory]
    [InlineData("argocd-example-apps", 20)]
    [InlineData("flux2-kustomize-helm-example", 1)]
    public void Changes_the_lines_of_the_image_alone(string name, int least)
    {
        var images = 0;
        foreach (var path in Directory.EnumerateFiles(Corpus.Find(name), "*.y*ml", SearchOption.AllDirectories))
        {
            var file = new TreeFile(TreePath.Parse(Path.GetRelativePath(Corpus.Find(name), path)), File.ReadAllBytes(path));
            foreach (var image in ImageFileEdit.SitesOf(file).Where(site => site.Obstacle is null).Select(site => site.Name).Distinct())
            {
                images++;
                var edit = ImageFileEdit.Of(file, [new ImageUpdate(image, null, "1.10", null)], ImageEditRules.Default);
                var after = edit.Change!.Content!.Value;
                YamlFile.Parse(after, path).IsValid.ShouldBeTrue(path);
                ChangedLines(file.Content, after).ShouldBe(edit.Fields.Select(field => field.Place.Line).Distinct(), path);
                ImageFileEdit.SitesOf(file with { Content = after }).Where(site => site.Name == image).ShouldAllBe(site => site.Current.Tag == "1.10");
            }
        }

        images.ShouldBeGreaterThanOrEqualTo(least);
    }

    private static IEnumerable<int> ChangedLines(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        var (old, now) = (Encoding.UTF8.GetString(before.Span).Split('\n'), Encoding.UTF8.GetString(after.Span).Split('\n'));
        now.Length.ShouldBe(old.Length);
        return Enumerable.Range(1, old.Length).Where(line => old[line - 1] != now[line - 1]);
    }
}
