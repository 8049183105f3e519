using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Tests.Config;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Lint;

public sealed class ConfiguringLint : LintedWithInputs
{
    private const string Unsupported = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndta: {}\n";

    [Theory]
    [InlineData("rules: {key-duplicates: off}", null)]
    [InlineData("rules: {GOT2101: off}", null)]
    [InlineData("rules: {key-duplicates: note}", Severity.Note)]
    [InlineData("rules: {key-duplicates: warning}", Severity.Warning)]
    [InlineData("rules: {key-duplicates: on}", Severity.Error)]
    public async Task Sets_the_level_of_a_rule_about_text(string configuration, Severity? severity)
    {
        Place.Write(".gitops-lint.yaml", configuration + "\n");
        Place.Write("a.yaml", "a: 1\na: 2\n");
        (await LintAsync()).Diagnostics.Select(finding => (Severity?)finding.Severity).ShouldBe(severity is null ? [] : [severity]);
    }

    [Theory]
    [InlineData("rules: {unknown-field: off}", null)]
    [InlineData("rules: {unknown-field: warning}", Severity.Warning)]
    public async Task Sets_the_level_of_a_rule_about_manifests(string configuration, Severity? severity)
    {
        Place.Write(".gitops-lint.yaml", configuration + "\n");
        Place.Write("a.yaml", Unsupported);
        (await LintAsync("a.yaml")).Diagnostics.Where(finding => finding.Rule == "unknown-field").Select(finding => (Severity?)finding.Severity)
            .ShouldBe(severity is null ? [] : [severity]);
    }

    [Fact]
    public async Task Switches_on_what_the_yamllint_configuration_leaves_off_and_goes_over_its_levels()
    {
        Place.Write(".yamllint", "rules: {truthy: {level: warning}}\n");
        Place.Write(".gitops-lint.yaml", "rules: {truthy: error, trailing-spaces: warning}\n");
        Place.Write("a.yaml", "a: yes \n");
        (await LintAsync("a.yaml")).Diagnostics.Select(finding => $"{finding.Rule} {finding.Severity}").ShouldBe(["truthy Error", "trailing-spaces Warning"]);
    }

    [Fact]
    public async Task Tells_all_rules_that_do_not_exist_and_where_they_are_named()
    {
        Place.Write(".gitops-lint.yaml", "rules:\n  key-duplicate: off\n  GOT9999: error\n  truthy: off\n  GOT2141: off\n");
        var outcome = await LintAsync();
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.Select(found => found.ToString()).ShouldBe(
        [
            ".gitops-lint.yaml:2:3: error GOT2160: There is no rule 'key-duplicate'. Did you mean 'key-duplicates'?",
            ".gitops-lint.yaml:3:3: error GOT2160: There is no rule 'GOT9999'. See docs/lint.md for the names and codes of rules.",
            ".gitops-lint.yaml:5:3: error GOT2161: The rule 'truthy' (GOT2141) is named twice. Remove one of the two.",
        ]);
    }

    [Theory]
    [InlineData("layers: [yml]\n", ".gitops-lint.yaml:1:10")]
    [InlineData("preset: strict\n", ".gitops-lint.yaml:1:9")]
    [InlineData("rules: {truthy: fatal}\n", ".gitops-lint.yaml:1:17")]
    [InlineData("strict: yes\n", ".gitops-lint.yaml:1:9")]
    [InlineData("kubernetes-version: new\n", ".gitops-lint.yaml:1:21")]
    [InlineData("ignored: [a]\n", ".gitops-lint.yaml:1:1")]
    public async Task Says_where_the_configuration_is_wrong(string text, string place)
    {
        Place.Write(".gitops-lint.yaml", text);
        var outcome = await LintAsync();
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.ShouldHaveSingleItem().Place!.ToString().ShouldBe(place);
    }

    [Fact]
    public async Task Is_read_from_the_lint_section_of_gitops_yaml()
    {
        Place.Write("gitops.yaml", "apiVersion: gitops-tasks/v1\nlint:\n  rules: {key-duplicates: note}\n  ignore: [\"/old/\"]\n  strict: true\n");
        Place.Write("a.yaml", "a: 1\na: 2\n");
        Place.Write("old/a.yaml", "a: 1\na: 2\n");
        (await LintAsync()).Diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Note);
    }

    [Fact]
    public async Task Leaves_a_gitops_yaml_of_others_alone()
    {
        Place.Write("gitops.yaml", "lint: {rules: {none: off}}\n");
        (await LintAsync()).ExitCode.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Counts_less_than_the_command_line()
    {
        Place.Write(".gitops-lint.yaml", "layers: [schema]\nstrict: true\npreset: default\n");
        Place.Write("a.yaml", "a: yes\n");
        (await LintAsync()).Diagnostics.ShouldAllBe(finding => finding.Code.StartsWith("GOT22", StringComparison.Ordinal));
        var inputs = new InputValues().Add("only", "yaml").Add("yamllint-config", "gitops");
        var outcome = await LintTask.Declaration.RunAsync(inputs, Place.Context(), TestContext.Current.CancellationToken);
        outcome.Diagnostics.ShouldHaveSingleItem().Rule.ShouldBe("truthy");
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
    }

    [Fact]
    public async Task Can_be_any_file_and_names_files_from_its_folder()
    {
        Place.Write("ci/lint.yaml", "yamllint: rules.yaml\n");
        Place.Write("ci/rules.yaml", "rules: {trailing-spaces: enable}\n");
        Place.Write("a.yaml", "a: 1 \n");
        var inputs = new InputValues().Add("config", "ci/lint.yaml").Add("path", "a.yaml");
        var outcome = await LintTask.Declaration.RunAsync(inputs, Place.Context(), TestContext.Current.CancellationToken);
        outcome.Diagnostics.Where(finding => finding.Code.StartsWith("GOT21", StringComparison.Ordinal)).ShouldHaveSingleItem().Rule.ShouldBe("trailing-spaces");
    }

    [Fact]
    public async Task Holds_for_gates_too()
    {
        Place.Write(".gitops-lint.yaml", "rules: {key-duplicates: off}\nlayers: [yaml]\n");
        Place.Write("a.yaml", Unsupported + "kind: Other\n");
        var gate = LintCheck.Gate(TreePath.Root, Place.Context());
        (await gate(new WorkTree(Place.Folder), TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_the_example_of_its_page()
    {
        var example = RepositoryFiles.YamlExamples("docs/lint.md", "# yaml-language-server").ShouldHaveSingleItem();
        Place.Write(".gitops-lint.yaml", example);
        Place.Write(".yamllint", "rules: {}\n");
        Place.Write("a.yaml", "a: 1 \n");
        await RunAsync(("write-baseline", "lint-baseline.json"));
        (await LintAsync()).ExitCode.ShouldBe(ExitCode.Done);
    }
}
