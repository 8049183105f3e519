using System.Text;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Reporting;

public sealed class ShowingADiff
{
    [Fact]
    public void Shows_three_lines_around_a_change() =>
        Render("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n").ShouldBe(
            """
            diff --git a/dir/f.yaml b/dir/f.yaml
            --- a/dir/f.yaml
            +++ b/dir/f.yaml
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8

            """);

    [Fact]
    public void Keeps_carriage_returns_and_tells_of_a_missing_line_end() =>
        Render("a\r\nb", "a\r\nb\r\n").ShouldEndWith("@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+b\r\n");

    [Fact]
    public void Decodes_lines_but_compares_bytes()
    {
        var diff = UnifiedDiff.Render("f", "ü\n"u8.ToArray(), new byte[] { 0xfc, (byte)'\n' });
        diff.ShouldEndWith("@@ -1 +1 @@\n-ü\n+\ufffd\n");
    }

    [Fact]
    public void Names_new_and_removed_files()
    {
        UnifiedDiff.Render("f", null, "a\n"u8.ToArray()).ShouldBe(
            "diff --git a/f b/f\nnew file mode 100644\n--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+a\n");
        UnifiedDiff.Render("f", "a\n"u8.ToArray(), null).ShouldBe(
            "diff --git a/f b/f\ndeleted file mode 100644\n--- a/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n");
    }

    [Fact]
    public void Tells_a_new_file_of_a_commit_from_an_empty_one()
    {
        var changes = new ChangeSet { Files = [new FileChange(TreePath.Parse("f"), "a\n"u8.ToArray())] };
        ChangeDiff.Render(new CommitOutcome(changes, "r")).ShouldContain("new file mode");
    }

    [Fact]
    public void Is_empty_where_nothing_changed() => Render("a\n", "a\n").ShouldBeEmpty();

    [Fact]
    public void Names_binary_files_only() =>
        Render("a\0", "b").ShouldEndWith("Binary files a/dir/f.yaml and b/dir/f.yaml differ\n");

    private static string Render(string old, string @new) =>
        UnifiedDiff.Render("dir/f.yaml", Encoding.UTF8.GetBytes(old), Encoding.UTF8.GetBytes(@new));
}
