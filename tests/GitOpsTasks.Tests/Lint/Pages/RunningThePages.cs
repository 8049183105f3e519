using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Lint.Pages;

public sealed class RunningThePages
{
    public static TheoryData<string> Rules => [.. LintRules.All.Select(rule => rule.Id)];

    // How an example is linted is not what it shows.
    private const string Configuration = ".yamllint";

    // A block of a page ends with a line feed, whatever it is about.
    private static IReadOnlyList<string> NotExpressible { get; } = ["new-line-at-end-of-file"];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Says_what_the_rule_says(string id)
    {
        var rule = LintRules.Find(id)!;
        var page = LintPages.Of(id);
        page.Title.ShouldBe(id);
        page.Facts.ShouldBe(
            $"`{rule.Code}`, layer {rule.Layer.ToString().ToLowerInvariant()}, {rule.Severity.ToString().ToLowerInvariant()}{(rule.IsOptIn ? ", opt-in" : "")}{(rule.NeedsRendering ? ", with --render" : "")}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Finds_what_its_failing_examples_mark(string id)
    {
        var rule = LintRules.Find(id)!;
        var examples = LintPages.Of(id).Fails;
        if (!NotExpressible.Contains(id))
            examples.ShouldNotBeEmpty("The page has no failing example.");
        foreach (var example in examples)
        {
            var found = (await LintAsync(rule, example)).Where(finding => finding.Code == rule.Code)
                .Select(finding => $"{finding.Place!.File}:{finding.Place.Line}").Distinct();
            var marked = example.Files.SelectMany(file => file.Marked(rule.Code).Select(line => $"{file.Path}:{line}")).ToList();
            marked.ShouldNotBeEmpty($"{example.Title}: no line is marked with {rule.Code}.");
            found.Order(StringComparer.Ordinal).ShouldBe(marked.Order(StringComparer.Ordinal), example.Title);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Finds_nothing_in_its_passing_examples(string id)
    {
        var rule = LintRules.Find(id)!;
        var examples = LintPages.Of(id).Passes;
        examples.ShouldNotBeEmpty("The page has no passing example.");
        foreach (var example in examples)
        {
            (await LintAsync(rule, example)).Where(finding => finding.Code == rule.Code || finding.Severity == Severity.Error)
                .Select(finding => finding.ToString()).ShouldBeEmpty(example.Title);
        }
    }

    [Fact]
    public void Has_no_page_that_belongs_to_no_rule() =>
        Directory.EnumerateFiles(LintPages.Folder).Select(file => Path.GetFileName(file))
            .Except(LintRules.All.Select(rule => rule.Id + ".md")).ShouldBe([LintPages.Index]);

    private static EngineContext WithKustomize(Workplace place) =>
        place.Context(("PATH", Path.GetDirectoryName(RequiredPart.Find("kustomize"))));

    private static LintConfig Asking(LintRule rule) =>
        new() { Rules = [new RuleLevelConfig(rule.Id, RuleLevel.On, new SourcePlace(Configuration, 1, 1))] };

    private static async Task<IReadOnlyList<Diagnostic>> LintAsync(LintRule rule, PageExample example)
    {
        using var place = new Workplace();
        foreach (var file in example.Files)
            place.Write(file.Path, file.Text);
        var settings = new LintSettings
        {
            Only = [rule.Layer], ReadsWholeTree = true, Renders = rule.NeedsRendering, Config = rule.IsOptIn ? Asking(rule) : null,
        };
        var check = LintCheck.Over([TreePath.Root], settings, rule.NeedsRendering ? WithKustomize(place) : place.Context());
        var findings = await check(new WorkTree(place.Folder), TestContext.Current.CancellationToken);
        return [.. findings.Where(finding => finding.Place?.File != Configuration)];
    }
}
