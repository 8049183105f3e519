using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;

namespace GitOpsTasks.Tests.Lint.Yaml;

/// <summary>Comments of yamllint, item by item; the table of snippets compares them with yamllint itself.</summary>
public sealed class SwitchingRulesOff : LintedFiles
{
    [Theory]
    [InlineData("# yamllint disable\na:   1\n# yamllint enable\nb:   1\n", "4")]
    [InlineData("# yamllint disable rule:brackets rule:colons\na:   [ 1]\n# yamllint enable rule:colons\nb:   [ 1]\n", "4")]
    [InlineData("# yamllint disable rule:unknown\na:   1\n", "2")]
    [InlineData("#yamllint disable\na:   1\n#  yamllint disable\nb:   1\n", "2 4")]
    [InlineData("a:   1  # yamllint disable-line\nb:   1\n", "2")]
    [InlineData("# yamllint disable-line\na:   1\nb:   1\n", "3")]
    [InlineData("# yamllint disable-line rule:colons\na:   [ 1]\n", "2")]
    [InlineData("t: |\n  # yamllint disable\nb:   1\n", "3")]
    [InlineData("t: \"# yamllint disable\"\nb:   1\n", "2")]
    [InlineData("# yamllint disable-file\na:   1\n", "")]
    [InlineData("#yamllint disable-file  \na:   1\n", "")]
    [InlineData("\uFEFF# yamllint disable-file\na:   1\n", "")]
    [InlineData("---\n# yamllint disable-file\na:   1\n", "3")]
    [InlineData("# yamllint disable-file x\na:   1\n", "2")]
    [InlineData("# yamllint disable-file\na: [\n", "")]
    [InlineData("# yamllint disable\na: b: c\n", "2")]
    [InlineData("# yamllint disable-line\na: b: c\n", "2")]
    public async Task Leaves_out_what_they_say(string text, string lines)
    {
        Place.Write(".yamllint", "rules: {colons: enable, brackets: enable}\n");
        Place.Write("a.yaml", text);
        (await FoundAsync()).Select(found => found.Place!.Line).Distinct().ShouldBe(lines.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse));
    }

    [Theory]
    [InlineData("extends: base.yaml\nrules: {line-length: enable}\n", "a.yaml warning")]
    [InlineData("extends: off.yaml\nrules: {line-length: {level: warning}}\n", "")]
    [InlineData("extends: base.yaml\nignore: b.yaml\n", "a.yaml warning")]
    [InlineData("extends: ignoring.yaml\n", "")]
    [InlineData("extends: ignoring.yaml\nignore: b.yaml\n", "a.yaml warning")]
    [InlineData("extends: other-files.yaml\n", "a.yaml warning")]
    public async Task Puts_configurations_together(string configuration, string found)
    {
        Place.Write("base.yaml", "rules: {line-length: {level: warning, max: 20}}\n");
        Place.Write("off.yaml", "rules: {line-length: disable}\n");
        Place.Write("ignoring.yaml", "ignore: a.yaml\nextends: base.yaml\n");
        Place.Write("other-files.yaml", "yaml-files: ['*.txt']\nextends: base.yaml\n");
        Place.Write(".yamllint", configuration);
        Place.Write("a.yaml", "a: 0123456789 0123456789\n");
        (await FoundAsync()).Where(item => item.Place!.File == "a.yaml").Select(item => $"{item.Place!.File} {item.Severity}".ToLowerInvariant())
            .ShouldBe(found.Length == 0 ? [] : [found]);
    }

    [Fact]
    public async Task Looks_at_a_file_that_is_given_whatever_its_name_unless_it_is_ignored()
    {
        Place.Write(".yamllint", "yaml-files: ['*.yml']\nignore: c.yaml\nrules: {colons: enable}\n");
        foreach (var name in new[] { "a.yaml", "b.yml", "c.yaml" })
            Place.Write(name, "a:   1\n");
        (await FoundAsync()).Select(found => found.Place!.File).ShouldBe(["b.yml"]);
        (await FoundAsync("a.yaml")).Select(found => found.Place!.File).ShouldBe(["a.yaml"]);
        (await FoundAsync("c.yaml")).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<Diagnostic>> FoundAsync(string? path = null)
    {
        var inputs = new InputValues().Add("only", "yaml");
        if (path is not null)
            inputs = inputs.Add("paths", path);
        return (await LintTask.Declaration.RunAsync(inputs, Place.Context(), TestContext.Current.CancellationToken)).Diagnostics;
    }
}
