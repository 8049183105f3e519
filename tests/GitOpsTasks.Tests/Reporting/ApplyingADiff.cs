using System.Text;
using GitOpsTasks.Processes;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Tests.Reporting;

public sealed class ApplyingADiff : IDisposable
{
    private const int Cases = 40;
    private static readonly string[] Pieces = ["a\n", "b\n", "c\r\n", "\n", "  ü: x\n", "d", "\t# e\n"];

    private readonly string _directory = Directory.CreateTempSubdirectory("gitops-test-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task With_git_gives_the_new_bytes_for_any_change()
    {
        var random = new Random(7);
        var expected = new Dictionary<string, byte[]?>();
        var patch = new StringBuilder();
        for (var i = 0; i < Cases; i++)
        {
            var path = $"dir {i % 3}/f{i}\"\\ü";
            var old = i % 10 == 8 ? null : RandomText(random, []);
            var @new = i % 10 == 9 ? null : RandomText(random, old ?? []);
            expected[path] = @new is null ? null : Bytes(@new);
            Directory.CreateDirectory(Path.Combine(_directory, $"dir {i % 3}"));
            if (old is not null)
                await File.WriteAllBytesAsync(Path.Combine(_directory, path), Bytes(old));
            patch.Append(UnifiedDiff.Render(path, Content(old), Content(@new)));
        }

        await ApplyAsync(patch.ToString());
        foreach (var (path, content) in expected)
        {
            var file = Path.Combine(_directory, path);
            if (content is null)
                File.Exists(file).ShouldBeFalse(path);
            else
                (await File.ReadAllBytesAsync(file)).ShouldBe(content, path);
        }
    }

    private async Task ApplyAsync(string patch)
    {
        var apply = new ProcessCommand("git", ["apply", "--whitespace=nowarn", "-"])
        {
            WorkingDirectory = _directory,
            Environment = new EnvironmentSnapshot(
            [
                KeyValuePair.Create("PATH", Environment.GetEnvironmentVariable("PATH")!),
                KeyValuePair.Create("GIT_CEILING_DIRECTORIES", Path.GetDirectoryName(_directory)!),
            ]),
            StandardInput = Encoding.UTF8.GetBytes(patch),
        };
        var result = await SystemProcessRunner.RunAsync(apply, TestContext.Current.CancellationToken);
        result.ExitCode.ShouldBe(0, result.Error);
    }

    // The old lines with some removed, replaced and inserted; a piece without a line end is merged into its successor.
    private static List<string> RandomText(Random random, List<string> old)
    {
        var lines = new List<string>();
        foreach (var line in old)
        {
            var choice = random.Next(12);
            if (choice == 0)
                continue;
            lines.Add(choice == 1 ? Pieces[random.Next(Pieces.Length)] : line);
        }

        for (var inserts = random.Next(old.Count == 0 ? 40 : 3); inserts >= 0; inserts--)
            lines.Insert(random.Next(lines.Count + 1), Pieces[random.Next(Pieces.Length)]);
        return lines;
    }

    private static ReadOnlyMemory<byte>? Content(List<string>? lines) =>
        lines is null ? default(ReadOnlyMemory<byte>?) : Bytes(lines);

    private static byte[] Bytes(List<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines));
}
