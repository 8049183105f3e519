using System.Globalization;
using System.Text;
using GitOpsTasks.Tests.Lint;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml.Conformance;

public sealed class AgreeingWithYamlDotNet(ITestOutputHelper output)
{
    private const int Documents = 10_000;

    [Theory]
    [InlineData("argocd-example-apps")]
    [InlineData("flux2-kustomize-helm-example")]
    public void Reads_the_same_events_from_real_repositories(string repository)
    {
        var files = Inputs.OfRepository(repository);
        files.Count.ShouldBeGreaterThan(10);
        foreach (var content in files)
        {
            var file = YamlFile.Parse(content, "a.yaml");
            var comparison = Comparison.Of(file, Encoding.UTF8.GetString(content));
            comparison.DiffersInVerdict.ShouldBeFalse(comparison.ToString());
            comparison.DiffersInEvents.ShouldBeFalse(comparison.ToString());
            Lossless.Violation(file).ShouldBeNull();
        }
    }

    [Fact]
    public void Reads_generated_documents_as_they_are_meant()
    {
        var random = new Random(12);
        for (var i = 0; i < Documents; i++)
        {
            var document = GeneratedDocument.From(random);
            var file = YamlFile.Parse(Encoding.UTF8.GetBytes(document.Text), "a.yaml");
            file.Diagnostics.ShouldBeEmpty(Comparison.Escaped(document.Text));
            EventTree.Of(file).ShouldBe(document.Events, Comparison.Escaped(document.Text));
            Lossless.Violation(file).ShouldBeNull(Comparison.Escaped(document.Text));
        }
    }

    [Fact]
    public void Reads_the_same_events_from_generated_documents_but_for_reviewed_differences()
    {
        var random = new Random(12);
        var differences = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Documents; i++)
        {
            var comparison = Comparison.Of(GeneratedDocument.From(random).Text);
            if (!comparison.DiffersInVerdict && !comparison.DiffersInEvents)
                continue;
            var reviewed = ReviewedDifferences.Find(comparison).ShouldNotBeNull(comparison.ToString());
            differences[reviewed.Name] = differences.GetValueOrDefault(reviewed.Name) + 1;
        }

        var same = Documents - differences.Values.Sum();
        output.WriteLine($"{same} of {Documents} the same");
        foreach (var (name, count) in differences)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,6} {name}"));
        same.ShouldBeGreaterThan(Documents * 8 / 10);
    }
}
