using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Trees;

public sealed class WritingPaths
{
    [Theory]
    [InlineData("", "")]
    [InlineData(".", "")]
    [InlineData("./a//b/../c/", "a/c")]
    [InlineData("a/..", "")]
    [InlineData("ü b/😀.yaml", "ü b/😀.yaml")]
    [InlineData(".gitignore", ".gitignore")]
    [InlineData(".github/workflows/a.yml", ".github/workflows/a.yml")]
    [InlineData("..a/b..", "..a/b..")]
    [InlineData("git~2", "git~2")]
    public void Normalises_them(string text, string expected) => TreePath.Parse(text).Value.ShouldBe(expected);

    [Theory]
    [InlineData("..")]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("./../a")]
    [InlineData("/a")]
    [InlineData("//a")]
    [InlineData("\\a")]
    [InlineData("a\0b")]
    [InlineData(".git")]
    [InlineData(".git/config")]
    [InlineData("a/.git/hooks/x")]
    [InlineData(".GIT/config")]
    [InlineData(".Git")]
    [InlineData(".git./config")]
    [InlineData(".git /config")]
    [InlineData(".git. ./config")]
    [InlineData("GIT~1/config")]
    [InlineData("git~1")]
    [InlineData(".g\u200cit/config")]
    [InlineData("\ufeff.git/config")]
    [InlineData(".git::$INDEX_ALLOCATION/config")]
    public void Refuses_what_leaves_the_repository_or_enters_its_git_folder(string text)
    {
        TreePath.TryParse(text, out _).ShouldBeFalse();
        var failure = Should.Throw<TaskFailedException>(() => TreePath.Parse(text));
        (failure.ExitCode, failure.Diagnostics[0].Code).ShouldBe((ExitCode.Usage, UsageCodes.PathRefused));
    }

    [Theory]
    [InlineData("apps/web", "../base", true, "apps/base")]
    [InlineData("apps", "../..", false, "")]
    [InlineData("", "a", true, "a")]
    [InlineData("apps", "/etc", false, "")]
    [InlineData("apps", "..", true, "")]
    public void Combines_them_as_references_are_written(string folder, string relative, bool stays, string expected)
    {
        TreePath.Parse(folder).TryCombine(relative, out var path).ShouldBe(stays);
        path.Value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("a/b", "a", true)]
    [InlineData("a", "a", true)]
    [InlineData("ab", "a", false)]
    [InlineData("a", "a/b", false)]
    [InlineData("a", "", true)]
    public void Knows_what_is_in_a_folder(string path, string folder, bool expected) =>
        TreePath.Parse(path).IsIn(TreePath.Parse(folder)).ShouldBe(expected);

    [Fact]
    public void Knows_name_and_folder()
    {
        var path = TreePath.Parse("a/b/c.yaml");
        (path.Name, path.Parent.Value, path.Parent.Parent.Parent.IsRoot, TreePath.Root.Parent.IsRoot).ShouldBe(("c.yaml", "a/b", true, true));
    }
}
