using System.Text.RegularExpressions;

namespace GitOpsTasks.Tests.Build.Names;

/// <summary>The examples of docs/image-names.md are run.</summary>
public sealed partial class DocumentingNames
{
    [Fact]
    public async Task Shows_tags_that_rules_really_give()
    {
        var rows = (await File.ReadAllLinesAsync(Page()))
            .Select(line => line.Split('|').Skip(1).SkipLast(1).Select(cell => Code().Matches(cell).Select(code => code.Groups[1].Value).ToArray()).ToArray())
            .Where(cells => cells is [[var what], [_, ..], [_, ..]] && Event().IsMatch(what))
            .ToList();
        rows.Count.ShouldBeGreaterThan(10);
        foreach (var row in rows)
            (await NamingEvents.NameAsync(row[0][0], string.Join('\n', row[1]))).TagNames.ShouldBe(row[2], string.Join('\n', row[1]));
    }

    private static string Page()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(folder, "docs", "image-names.md")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("docs/image-names.md is not above the tests.");
        return Path.Join(folder, "docs", "image-names.md");
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\A(branch|pr|tag|schedule) \S+\z")]
    private static partial Regex Event();
}
