using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;

namespace GitOpsTasks.Tests.Lint.Yaml;

public sealed class ReadingYamllintConfigurations : LintedFiles
{
    [Theory]
    [InlineData("rules:\n  colon: enable\n", ".yamllint:2:3 GOT2150")]
    [InlineData("rules:\n  colons: {max: 1}\n", ".yamllint:2:12 GOT2150")]
    [InlineData("rules:\n  colons: {max-spaces-after: yes}\n", ".yamllint:2:30 GOT2151")]
    [InlineData("rules:\n  colons: maybe\n", ".yamllint:2:11 GOT2151")]
    [InlineData("rules:\n  colons: {level: note}\n", ".yamllint:2:19 GOT2151")]
    [InlineData("rules: [colons]\n", ".yamllint:1:8 GOT2151")]
    [InlineData("rule: {}\n", ".yamllint:1:1 GOT2150")]
    [InlineData("extends: missing.yaml\n", ".yamllint:1:10 GOT2152")]
    [InlineData("extends: .yamllint\n", ".yamllint:1:10 GOT2151")]
    [InlineData("ignore: a\nignore-from-file: b\n", ".yamllint:2:19 GOT2151")]
    [InlineData("ignore: {a: b}\n", ".yamllint:1:9 GOT2151")]
    [InlineData("ignore-from-file: missing\n", ".yamllint:1:19 GOT2152")]
    [InlineData("rules:\n  truthy: {allowed-values: [maybe]}\n", ".yamllint:2:28 GOT2151")]
    [InlineData("rules:\n  key-ordering: {ignored-keys: ['[']}\n", ".yamllint:2:32 GOT2151")]
    [InlineData("rules:\n  quoted-strings: {required: true, extra-required: [a]}\n", ".yamllint:1:1 GOT2151")]
    [InlineData("- a\n", ".yamllint:1:1 GOT2151")]
    [InlineData("rules: {\n", ".yamllint:1:8 GOT2001")]
    public async Task Says_where_one_is_wrong(string configuration, string finding)
    {
        Place.Write(".yamllint", configuration);
        var outcome = await LintAsync();
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.Select(found => $"{found.Place} {found.Code}").ShouldContain(finding);
    }

    [Theory]
    [InlineData("extends: default\n", "a.yaml:1:5 colons")]
    [InlineData("rules: {colons: {max-spaces-after: 3}}\n", null)]
    [InlineData("rules: {colons: {level: warning}}\n", "a.yaml:1:5 colons")]
    [InlineData("extends: relaxed\nrules: {colons: disable, new-lines: disable}\n", null)]
    [InlineData("rules: {colons: {ignore: [b.yaml, 'a.*']}}\n", null)]
    [InlineData("rules: {colons: {ignore-from-file: patterns}}\n", null)]
    [InlineData("ignore: |\n  *.yaml\nrules: {colons: enable}\n", null)]
    [InlineData("ignore: |\n  *.yaml\n  !a.yaml\nrules: {colons: enable}\n", "a.yaml:1:5 colons")]
    [InlineData("yaml-files: ['*.yml']\nrules: {colons: enable}\n", null)]
    [InlineData("locale: en_US.UTF-8\nrules: {colons: enable}\n", "a.yaml:1:5 colons")]
    [InlineData("extends: base/lint.yaml\n", "a.yaml:1:5 colons")]
    [InlineData("extends: gitops\n", null)]
    public async Task Follows_it(string configuration, string? finding)
    {
        Place.Write(".yamllint", configuration);
        Place.Write("patterns", "# comment\n\na.yaml\n");
        Place.Write("base/lint.yaml", "---\nrules:\n  colons: enable\n");
        Place.Write("a.yaml", "a:   1\n");
        var outcome = await LintTask.Declaration.RunAsync(new InputValues().Add("only", "yaml"), Place.Context(), TestContext.Current.CancellationToken);
        outcome.Diagnostics.Where(found => found.Rule == "colons" || found.Rule is null).Select(found => $"{found.Place} {found.Rule}")
            .ShouldBe(finding is null ? [] : [finding]);
    }

    [Theory]
    [InlineData("a:   1\n", "true", ExitCode.Findings)]
    [InlineData("a: {}  # x\nb: yes\n", "true", (ExitCode)2)]
    [InlineData("a: {}  # x\nb: yes\n", "false", ExitCode.Done)]
    public async Task Exits_as_yamllint_where_asked(string text, string strict, ExitCode expected)
    {
        Place.Write("a.yaml", text);
        var inputs = new InputValues().Add("yamllint-exit-codes", "true").Add("yamllint-config", "default").Add("strict", strict);
        (await LintTask.Declaration.RunAsync(inputs, Place.Context(), TestContext.Current.CancellationToken)).ExitCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Exits_with_255_where_it_is_wrong_and_yamllints_codes_are_asked_for()
    {
        Place.Write("lint.yaml", "rules: 1\n");
        var inputs = new InputValues().Add("yamllint-exit-codes", "true").Add("yamllint-config", "lint.yaml");
        (await LintTask.Declaration.RunAsync(inputs, Place.Context(), TestContext.Current.CancellationToken)).ExitCode.ShouldBe((ExitCode)255);
    }

    [Fact]
    public async Task Takes_the_first_quotes_of_a_file_for_those_of_all()
    {
        Place.Write(".yamllint", "rules: {quoted-strings: {quote-type: consistent, required: false}}\n");
        Place.Write("a.yaml", "a: 'x'\nb: \"y\"\nc: 'z'\n");
        var finding = (await LintAsync()).Diagnostics.ShouldHaveSingleItem();
        (finding.Place!.Line, finding.Message).ShouldBe((2, "string value is not quoted with consistent quotes"));
    }
}
