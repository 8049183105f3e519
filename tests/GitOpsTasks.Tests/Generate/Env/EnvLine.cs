using GitOpsTasks.Tests.Config;

namespace GitOpsTasks.Tests.Generate.Env;

/// <summary>A row of the table in docs/env-files.md.</summary>
/// <param name="Text">The line, or lines.</param>
/// <param name="Literal">The value read literally; null for an error, empty too where there is nothing.</param>
/// <param name="Dotenv">The value as the dotenv family reads it; null for an error.</param>
/// <param name="IsWarnedOf">Whether a literal reader is told of other readings.</param>
public sealed record EnvLine(string Text, string? Literal, string? Dotenv, bool IsWarnedOf)
{
    public static IReadOnlyList<EnvLine> All { get; } =
    [
        .. RepositoryFiles.Read("docs/env-files.md").Split("| line |")[1].Split("\n## ")[0].Split('\n').Skip(2)
            .Where(line => line.StartsWith('|')).Select(Row),
    ];

    public bool IsOneVariable => Literal is not null && !Text.Contains('\n') && !Text.TrimStart().StartsWith('#');

    private static EnvLine Row(string row)
    {
        var cells = row.Trim('|', ' ').Split(" | ").Append("").ToList();
        return new EnvLine(Cell(cells[0])!, Cell(cells[1]), Cell(cells[2].TrimEnd('|', ' ')), row.EndsWith("| yes |", StringComparison.Ordinal));
    }

    private static string? Cell(string cell) => cell switch
    {
        "error" => null,
        "empty" or "nothing" => "",
        _ when cell.StartsWith("`` ", StringComparison.Ordinal) => cell[3..^3],
        _ => cell[1..^1].Replace('⇥', '\t').Replace('␍', '\r').Replace('⏎', '\n'),
    };
}
