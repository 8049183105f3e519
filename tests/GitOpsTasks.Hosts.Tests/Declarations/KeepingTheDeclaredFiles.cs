namespace GitOpsTasks.Hosts.Tests.Declarations;

public sealed class KeepingTheDeclaredFiles
{
    public static TheoryData<string> Paths => [.. DeclaredFiles.All.Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Finds_what_the_declarations_say(string path)
    {
        var expected = DeclaredFiles.All.Single(file => file.Path == path).Content;
        var file = Repository.PathOf(path);
        if (Environment.GetEnvironmentVariable("GITOPSTASKS_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, expected);
        }

        var found = File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "";
        found.ShouldBe(expected, $"{path} is stale. Run: {DeclaredFiles.Update}");
    }
}
