using GitOpsTasks.Build;
using GitOpsTasks.Build.Docker;

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
    public void Leaves_out_what_its_last_pattern_says(string file, string path, bool isIgnored) =>
        new DockerIgnore(file.Split('\n')).Ignores(path).ShouldBe(isIgnored);
}
