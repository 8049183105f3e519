using GitOpsTasks.Build;
using GitOpsTasks.Build.Docker;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Build;

public sealed class ReadingDockerIgnore
{
    [Theory]
    [InlineData("*.md", "README.md", true)]
    [InlineData("*.md", "docs/README.md", false)]
    [InlineData("**/*.md", "docs/a/README.md", true)]
    [InlineData("**/*.md", "README.md", true)]
    [InlineData("bin", "bin/a/b", true)]
    [InlineData("/bin/", "bin/a", true)]
    [InlineData("bin", "src/bin/a", false)]
    [InlineData("**/bin", "src/bin/a", true)]
    [InlineData("src/**", "src/a/b", true)]
    [InlineData("temp?", "temp1", true)]
    [InlineData("temp?", "temp12", false)]
    [InlineData("[ab].txt", "b.txt", true)]
    [InlineData("# bin", "bin", false)]
    [InlineData("./a/../b", "b", true)]
    [InlineData("a.b", "axb", false)]
    [InlineData("bin\n!bin/keep", "bin/keep", false)]
    [InlineData("bin\n!bin/keep", "bin/other", true)]
    [InlineData("!bin/keep\nbin", "bin/keep", true)]
    [InlineData("*\n!src\nsrc/x", "src/x/y", true)]
    [InlineData("*\n!src\nsrc/x", "src/y", false)]
    [InlineData("\uFEFFbin", "bin", true)]
    [InlineData(" # no comment", "# no comment", true)]
    [InlineData("bin \t", "bin", true)]
    [InlineData("! bin/keep\nbin", "bin/keep", true)]
    [InlineData("bin\n! bin/keep ", "bin/keep", false)]
    [InlineData("**", "a/b", true)]
    [InlineData("**/", "a", true)]
    [InlineData("**foo", "a/xfoo", true)]
    [InlineData("**foo", "a/foox", false)]
    [InlineData("**/foo", "xfoo", false)]
    [InlineData("a**", "ab/c", true)]
    [InlineData("a**b", "ab", true)]
    [InlineData("a**b", "axb", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("src/**", "src", false)]
    [InlineData("a[^b]c", "axc", true)]
    [InlineData("a[^b]c", "abc", false)]
    [InlineData("[a-c]/x", "b/x/y", true)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "a", false)]
    [InlineData("../x", "x", false)]
    [InlineData("/../x", "x", true)]
    [InlineData("a+(b)$", "a+(b)$", true)]
    [InlineData("*/*.md\n!docs/*", "docs/a.md", false)]
    [InlineData("docs\n!docs/**/*.md\ndocs/private", "docs/a/b.md", false)]
    [InlineData("docs\n!docs/**/*.md\ndocs/private", "docs/private/b.md", false)]
    [InlineData("A", "a", false)]
    public void Leaves_out_what_its_last_pattern_says(string file, string path, bool isIgnored) =>
        new DockerIgnore(file.Split('\n')).Ignores(path).ShouldBe(isIgnored);

    [Theory]
    [InlineData("bin\n!", 2)]
    [InlineData("[a", 1)]
    [InlineData("a\\", 1)]
    [InlineData("[]", 1)]
    [InlineData("[z-a]", 1)]
    public void Refuses_what_is_no_pattern(string file, int line) =>
        Should.Throw<TaskFailedException>(() => new DockerIgnore(file.Split('\n'))).Diagnostics[0].Place.ShouldBe(new SourcePlace(".dockerignore", line));
}
