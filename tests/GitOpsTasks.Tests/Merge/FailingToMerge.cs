using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Merge;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Merge;

/// <summary>What git would have done is in the file, and the exit code is 0 or 1, whatever goes wrong.</summary>
public sealed class FailingToMerge : MergedVersions
{
    private const string Base = "images:\n- name: web\n  newTag: 1.0.0\n";
    private const string Ours = "images:\n- name: web\n  newTag: 1.1.0\n";
    private const string Theirs = "images:\n- name: web\n  newTag: 1.2.0\n";
    private const string Marked = "images:\n- name: web\n<<<<<<< ours\n  newTag: 1.1.0\n=======\n  newTag: 1.2.0\n>>>>>>> theirs\n";

    [Fact]
    public async Task Merges_as_git_does_where_a_version_is_no_YAML()
    {
        var merged = await MergeAsync(Base + "a\nb\nc\n{{ x }}\n", Ours + "a\nb\nc\n{{ x }}\n", Base + "a\nb\nc\n{{ y }}\n");
        (merged.ExitCode, merged.Text).ShouldBe((0, Ours + "a\nb\nc\n{{ y }}\n"));
        merged.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(MergeCodes.MergedAsText);
    }

    [Fact]
    public async Task Marks_as_git_does_where_a_version_is_no_YAML()
    {
        var merged = await MergeAsync(Base, Ours + "}\n", Theirs);
        merged.ExitCode.ShouldBe(1);
        merged.Text.ShouldContain("<<<<<<< ours\n  newTag: 1.1.0\n}\n=======\n  newTag: 1.2.0\n>>>>>>> theirs\n");
    }

    [Fact]
    public async Task Keeps_ours_of_binary_files_as_git_does()
    {
        byte[] ours = [0, 1, 2, 10, 3];
        var merged = await MergeAsync([0, 1, 10], ours, [0, 9, 10, 8]);
        merged.ExitCode.ShouldBe(1);
        merged.Content.ShouldBe(ours);
    }

    [Fact]
    public async Task Merges_text_that_is_not_UTF8_byte_for_byte()
    {
        byte[] Latin(string text) => Encoding.Latin1.GetBytes(text.Replace("web", "w\u00e9b", StringComparison.Ordinal));
        var merged = await MergeAsync(Latin(Base + "# 1\n# 2\n# 3\na: 1\n"), Latin(Ours + "# 1\n# 2\n# 3\na: 1\n"), Latin(Base + "# 1\n# 2\n# 3\na: 2\n"));
        merged.ExitCode.ShouldBe(0);
        merged.Content.ShouldBe(Latin(Ours + "# 1\n# 2\n# 3\na: 2\n"));
    }

    [Theory]
    [InlineData(".O")]
    [InlineData(".B")]
    public async Task Says_conflict_where_a_file_is_missing(string missing)
    {
        foreach (var name in (string[])[".O", ".A", ".B"])
            Place.Write(name, name == ".A" ? Ours : Base);
        File.Delete(Place.PathOf(missing));
        var merged = await RunAsync(Inputs());
        (merged.ExitCode, merged.Text).ShouldBe((1, Ours));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Writes_both_versions_where_there_is_no_git(bool throws)
    {
        Place.Write(".O", Base);
        Place.Write(".A", Ours);
        Place.Write(".B", Theirs);
        var context = Place.Context() with
        {
            RunProcess = (command, _) => throws ? throw new InvalidOperationException() : throw new ProcessNotFoundException(command.FileName),
        };
        var outcome = await MergeDriverTask.Declaration.RunAsync(Inputs(), context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        Place.Read(".A").ShouldBe($"<<<<<<< ours\n{Ours}=======\n{Theirs}>>>>>>> theirs\n");
    }

    [Fact]
    public async Task Merges_although_it_was_cancelled()
    {
        Place.Write(".O", Base);
        Place.Write(".A", Ours);
        Place.Write(".B", Theirs);
        var outcome = await MergeDriverTask.Declaration.RunAsync(Inputs(), Place.Context(), new CancellationToken(canceled: true));
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        Place.Read(".A").ShouldBe(Marked);
    }

    [Fact]
    public async Task Uses_the_labels_and_the_size_it_is_given()
    {
        Place.Write(".O", Base);
        Place.Write(".A", Ours);
        Place.Write(".B", Theirs);
        var merged = await RunAsync(Inputs().Add("marker-size", "9").Add("ours-label", "HEAD").Add("theirs-label", "topic branch").Add("base-label", "%S"));
        merged.Text.ShouldContain("<<<<<<<<< HEAD\n  newTag: 1.1.0\n=========\n  newTag: 1.2.0\n>>>>>>>>> topic branch\n");
    }

    [Theory]
    [InlineData("base")]
    [InlineData("base", "ours")]
    public async Task Refuses_to_run_without_files(params string[] given)
    {
        var inputs = new InputValues();
        foreach (var name in given)
            inputs.Add(name, ".O");
        var outcome = await MergeDriverTask.Declaration.RunAsync(inputs, Place.Context(), Token);
        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.Usage, UsageCodes.InputMissing));
    }

    private static InputValues Inputs() =>
        new InputValues().Add("base", ".O").Add("ours", ".A").Add("theirs", ".B").Add("path", "kustomization.yaml");
}
