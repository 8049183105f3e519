using GitOpsTasks.Hosts.Tests.Declarations;

namespace GitOpsTasks.Hosts.Tests.Actions;

public sealed class WritingTheDockerfile
{
    private static readonly string[] Lines =
        [.. File.ReadLines(Repository.PathOf("Dockerfile")).Where(line => line.Length > 0 && line[0] != '#')];

    [Fact]
    public void Only_copies_what_was_published() =>
        Lines.Select(line => line.Split(' ')[0]).ShouldBe(["ARG", "FROM", "ARG", "COPY", "ENTRYPOINT"]);

    [Fact]
    public void Starts_the_program_itself_without_a_shell() => Lines[^1].ShouldBe("ENTRYPOINT [\"/opt/gitops/gitops\"]");
}
