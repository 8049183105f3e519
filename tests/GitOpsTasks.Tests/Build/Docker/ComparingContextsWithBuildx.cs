using GitOpsTasks.Build;
using GitOpsTasks.Build.Docker;
using GitOpsTasks.Tests.Build.Buildx;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build.Docker;

/// <summary>What is sent to the engine is what docker itself takes of a context: the same files for the same .dockerignore.</summary>
public sealed class ComparingContextsWithBuildx(SharedDocker docker) : IDisposable
{
    private static readonly string[] Files =
    [
        "README.md", "a.txt", "ab", "axb", "a/b", "a/x/b", "a/x/y/b", "foo", "xfoo", "docs/a.md", "docs/b/c.md", "docs/private/d.md",
        "bin/keep", "bin/other", "src/bin/z", "src/x.cs", "src/x.md", "temp1", "temp12", "# c", "!bang", ".hidden/x", "Z/z", "a+(b)$",
    ];

    private static readonly string[] Cases =
    [
        "*.md", "**/*.md", "*/*.md", "bin", "/bin/", "**/bin", "src/**", "src/*", "temp?", "# c", " # c", "./a/../bin", "a/**/b", "a**", "a**b",
        "**b", "**/b", "**foo", "[a-b]*", "a[^b]*", "a[^x]b", "\\!bang", "!bang", "bin\n!bin/keep", "bin\n! bin/keep", "!bin/keep\nbin", "*\n!src\nsrc/x.md",
        "docs\n!docs/**/*.md\ndocs/private", "**\n!src/*.cs", "*\n!**/b", "\uFEFFbin \t\n\nsrc", ".*", "z", "../bin", "a+(b)$", "*/*", "a/x\n!a/x/y", ".",
    ];

    private readonly Workshop _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Takes_the_same_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has names that Windows has not");
        var engine = await docker.ContainerdAsync();
        foreach (var file in Files)
            _files.Write($"src/{file}", file);
        _files.Write("Dockerfile", "FROM scratch\nCOPY . /\n");
        var spec = new ImageSpec("web", "x/web") { Context = "src", Dockerfile = new DockerfileSpec { Path = "../Dockerfile" } };
        var differences = new List<string>();
        foreach (var lines in Cases)
        {
            _files.Write("src/.dockerignore", lines);
            var target = _files.PathOf("out");
            await engine.RunAsync(
                "docker", "buildx", "build", "--quiet", "--provenance=false", "--output", $"type=local,dest={target}", "--file", _files.PathOf("Dockerfile"), _files.PathOf("src"));
            var theirs = FilesBelow(target);
            Directory.Delete(target, recursive: true);
            var ours = BuildContext.Collect(BuildSources.Find(spec, _files.Context), _files.PathOf("scratch")).Entries
                .Where(entry => entry.Source is not null && entry.Path is not (".dockerignore" or ".gitops-tasks.Dockerfile"))
                .Select(entry => entry.Path).Order(StringComparer.Ordinal).ToList();
            if (!ours.SequenceEqual(theirs))
                differences.Add($"{lines.ReplaceLineEndings("|")}: only ours {string.Join(',', ours.Except(theirs))}; only theirs {string.Join(',', theirs.Except(ours))}");
        }

        differences.ShouldBeEmpty();
    }

    private static List<string> FilesBelow(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)).Where(file => file != ".dockerignore").Order(StringComparer.Ordinal)]
        : [];
}
