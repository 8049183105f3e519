using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Lint;

public sealed class SwitchingFindingsOff : LintedFiles
{
    [Theory]
    [InlineData("a: 1\na: 2 # gitops-lint disable-line GOT2101: generated\n")]
    [InlineData("a: 1\na: 2 #gitops-lint disable-line key-duplicates : generated\n")]
    [InlineData("a: 1\n# gitops-lint disable-line key-duplicates: generated\na: 2\n")]
    [InlineData("a: 1\n# gitops-lint disable-line GOT2101: generated\n# and more to say\na: 2\n")]
    [InlineData("a: 1\n# gitops-lint disable-line truthy, key-duplicates: generated\na: yes\n")]
    [InlineData("# gitops-lint disable-file GOT2101: generated\n---\na: 1\na: 2\n")]
    [InlineData("---\n# about this file\n# gitops-lint disable-file key-duplicates truthy: generated: by a tool\na: yes\na: 2\n")]
    public async Task By_a_comment_with_a_reason(string text) => (await OfAsync(text)).ShouldBeEmpty();

    [Theory]
    [InlineData("a: 1\na: '# gitops-lint disable-line GOT2101: x'\n")]
    [InlineData("a: |\n  # gitops-lint disable-line GOT2101: x\na: 2\n")]
    [InlineData("a: 1 \\\n# gitops-lint is a tool\na: 2\n")]
    public async Task Never_by_text_that_is_no_comment_or_no_directive(string text) =>
        (await OfAsync(text)).ShouldHaveSingleItem().ShouldStartWith("GOT2101 ");

    [Theory]
    [InlineData("a: 1\na: 2 # gitops-lint disable-line GOT2101\n", "GOT2101 2:1", "GOT2170 2:6")]
    [InlineData("a: 1\na: 2 # gitops-lint disable-line GOT2101:  \n", "GOT2101 2:1", "GOT2170 2:6")]
    [InlineData("a: 1\na: 2 # gitops-lint disable-line: no rule\n", "GOT2101 2:1", "GOT2173 2:6")]
    [InlineData("a: 1\na: 2 # gitops-lint disable-next key-duplicates: x\n", "GOT2101 2:1", "GOT2173 2:6")]
    [InlineData("a: 1\n# gitops-lint disable-file key-duplicates: x\na: 2\n", "GOT2173 2:1", "GOT2101 3:1")]
    [InlineData("a: 1\na: 2 # gitops-lint disable-line key-duplicate, GOT2101: x\n", "GOT2171 2:6")]
    [InlineData("a: 1 # gitops-lint disable-line GOT2101: x\n", "GOT2172 1:6")]
    [InlineData("# gitops-lint disable-file truthy, key-duplicates: x\na: yes\n", "GOT2172 1:1")]
    public async Task Tells_what_is_wrong_with_such_a_comment(string text, params string[] expected) => (await OfAsync(text)).ShouldBe(expected);

    [Fact]
    public async Task Says_nothing_of_rules_that_were_not_looked_for() =>
        (await OfAsync("# gitops-lint disable-file trailing-spaces, unknown-field: as it came\na: 1\n", "yaml")).ShouldBeEmpty();

    [Fact]
    public async Task Holds_for_all_layers()
    {
        const string Text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndta: {} # gitops-lint disable-line unknown-field: for a test\n";
        (await OfAsync(Text, "schema")).ShouldBeEmpty();
    }

    private async Task<string[]> OfAsync(string text, string only = "yaml")
    {
        Place.Write("a.yaml", text);
        var outcome = await GitOpsTasks.Lint.LintTask.Declaration.RunAsync(
            new InputValues().Add("only", only), Place.Context(), TestContext.Current.CancellationToken);
        return [.. outcome.Diagnostics.Select(finding => $"{finding.Code} {finding.Place!.Line}:{finding.Place.Column}")];
    }
}
