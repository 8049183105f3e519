using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;

namespace GitOpsTasks.Tests.Lint;

public sealed class MendingFiles : LintedWithInputs
{
    private const string Rules = "{trailing-spaces: on, new-lines: on, new-line-at-end-of-file: on, comments: on, document-start: on, empty-lines: on, octal-values: on}";

    [Theory]
    [InlineData("---\na: 1 \t\nb: 2  \r\n", "---\na: 1\nb: 2\n")]
    [InlineData("---\na: 1  # x  \n", "---\na: 1  # x\n")]
    [InlineData("---\na: |  \n  x  \n  \n  y\nb: 'x  \n\n  y'\n", "---\na: |\n  x  \n  \n  y\nb: 'x  \n\n  y'\n")]
    [InlineData("---\na: one  \n  two\n", "---\na: one\n  two\n")]
    [InlineData("---\na: 1", "---\na: 1\n")]
    [InlineData("---\na: |\n  x", "---\na: |\n  x")]
    [InlineData("---\na: |-\n  x", "---\na: |-\n  x\n")]
    [InlineData("---\n#x\na: 1 #y\n##  z\n", "---\n# x\na: 1  # y\n##  z\n")]
    [InlineData("---\na: 'b #c'\nd: b#c\ne: |\n  #x\n", "---\na: 'b #c'\nd: b#c\ne: |\n  #x\n")]
    [InlineData("# head\na: 1\n", "# head\n---\na: 1\n")]
    [InlineData("%YAML 1.2\n---\na: 1\n...\nb: 1\n", "%YAML 1.2\n---\na: 1\n...\n---\nb: 1\n")]
    [InlineData("\n\n---\na: 1\n\n\n\n\nb: 2\n\n\n", "---\na: 1\n\n\nb: 2\n")]
    [InlineData("---\na: |+\n  x\n\n\n\n\nb: |\n  x\n\n\n\n\n  y\n\n\n\n\nc: 1\n", "---\na: |+\n  x\n\n\n\n\nb: |\n  x\n\n\n\n\n  y\n\n\nc: 1\n")]
    [InlineData("\uFEFFa: 1 \n", "\uFEFF---\na: 1\n")]
    [InlineData("---\na: yes\nb: [no, 0777, 0o17]\n", "---\na: \"yes\"\nb: [\"no\", \"0777\", \"0o17\"]\n")]
    [InlineData("---\né: yes # ü\n", "---\né: \"yes\"  # ü\n")]
    [InlineData("---\na: !!bool yes\nb: &x yes\n", "---\na: !!bool yes\nb: &x \"yes\"\n")]
    [InlineData("---\na: [1\nb: 2 \n", "---\na: [1\nb: 2 \n")]
    [InlineData("---\na: 1 # gitops-lint disable-line comments: mine\nb: 2 # yamllint disable-line rule:comments\n", null)]
    public async Task Changes_white_space_and_quotes_and_nothing_else(string before, string? after)
    {
        Place.Write(".gitops-lint.yaml", $"preset: gitops\nlayers: [yaml]\nrules: {Rules}\n");
        Place.Write("a.yaml", before);
        await RunAsync(("fix", "true"), ("path", "a.yaml"));
        Place.Read("a.yaml").ShouldBe(after ?? before);
        (await File.ReadAllBytesAsync(Place.PathOf("a.yaml"), TestContext.Current.CancellationToken)).Length
            .ShouldBe(System.Text.Encoding.UTF8.GetByteCount(after ?? before) + (before[0] == '\uFEFF' ? 0 : 0));
    }

    [Fact]
    public async Task Mends_only_what_is_looked_for()
    {
        Place.Write("a.yaml", "a: 1 \nb: yes");
        var outcome = await RunAsync(("fix", "true"), ("only", "yaml"));
        Place.Read("a.yaml").ShouldBe("a: 1 \nb: \"yes\"");
        ResultOf(outcome).Mended.ShouldBe(["a.yaml"]);
        outcome.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public async Task Quotes_in_manifests_only_what_a_schema_wants_to_be_a_string()
    {
        const string Text = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {on: yes, version: 1.10}}\nspec:\n  hostNetwork: yes\n  containers: [{name: a, image: a:1, env: [{name: A, value: off}]}]\n";
        Place.Write("a.yaml", Text);
        await RunAsync(("fix", "true"), ("only", "yaml,schema"));
        Place.Read("a.yaml").ShouldBe(Text.Replace("on: yes", "on: \"yes\"").Replace("1.10", "\"1.10\"").Replace("value: off", "value: \"off\""));
    }

    [Theory]
    [InlineData("values.yaml", "enabled: yes\n")]
    [InlineData("kustomization.yaml", "resources: []\nfoo: yes\n")]
    [InlineData(".github/workflows/a.yaml", "on: push\njobs: {}\n")]
    public async Task Leaves_words_alone_that_may_be_meant(string path, string text)
    {
        Place.Write(".gitops-lint.yaml", "preset: default\nlayers: [yaml]\nrules: {document-start: off}\n");
        Place.Write(path, text);
        await RunAsync(("fix", "true"), ("path", path));
        Place.Read(path).ShouldBe(text);
    }

    [Fact]
    public async Task Shows_the_changes_of_a_dry_run_and_writes_nothing()
    {
        Place.Write("a.yaml", "a: yes\nb: 1\nb: 2\n");
        var outcome = await RunAsync(("fix", "true"), ("dry-run", "true"), ("only", "yaml"));
        Place.Read("a.yaml").ShouldBe("a: yes\nb: 1\nb: 2\n");
        outcome.RenderText().ShouldBe("diff --git a/a.yaml b/a.yaml\n--- a/a.yaml\n+++ b/a.yaml\n@@ -1,3 +1,3 @@\n-a: yes\n+a: \"yes\"\n b: 1\n b: 2\n1 file: 1 error, 0 warnings, 1 file mended\n");
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(LintCodes.DuplicateKey);
        (await RunAsync(("dry-run", "true"))).ExitCode.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public async Task Keeps_the_mode_of_a_file()
    {
        Place.Write("a.yaml", "a: yes\n");
        File.SetUnixFileMode(Place.PathOf("a.yaml"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await RunAsync(("fix", "true"), ("only", "yaml"));
        Place.Read("a.yaml").ShouldBe("a: \"yes\"\n");
        File.GetUnixFileMode(Place.PathOf("a.yaml")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Writes_the_line_ends_that_the_configuration_wants()
    {
        Place.Write(".yamllint", "rules: {new-lines: {type: dos}}\n");
        Place.Write("a.yaml", "a: |\n  x\r\n  y\nb: 1\n");
        await RunAsync(("fix", "true"), ("only", "yaml"), ("path", "a.yaml"));
        Place.Read("a.yaml").ShouldBe("a: |\r\n  x\r\n  y\r\nb: 1\r\n");
    }
}
