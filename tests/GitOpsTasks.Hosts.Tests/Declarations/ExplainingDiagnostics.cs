using System.Reflection;
using System.Text.RegularExpressions;
using GitOpsTasks.Chain;
using GitOpsTasks.Cli;
using GitOpsTasks.MSBuild;

namespace GitOpsTasks.Hosts.Tests.Declarations;

public sealed partial class ExplainingDiagnostics
{
    private const string Page = "docs/diagnostics.md";

    private static readonly IReadOnlyList<(string Name, string Code)> Codes =
    [
        .. from assembly in new[] { typeof(TaskCatalog).Assembly, typeof(CommandLine).Assembly, typeof(GitOpsTask).Assembly }
           from type in assembly.GetTypes()
           where type.Name.EndsWith("Codes", StringComparison.Ordinal)
           from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
           where field.IsLiteral && field.FieldType == typeof(string)
           select ($"{type.Name}.{field.Name}", (string)field.GetRawConstantValue()!),
    ];

    [Fact]
    public void Uses_no_code_twice() =>
        Codes.GroupBy(code => code.Code).Where(group => group.Count() > 1)
            .Select(group => string.Join(" and ", group.Select(code => $"{code.Name} = {code.Code}")))
            .ShouldBeEmpty();

    [Fact]
    public void Has_codes_of_the_documented_form() => Codes.ShouldAllBe(code => Form().IsMatch(code.Code));

    [Fact]
    public async Task Tells_of_every_code_what_it_means_and_what_to_do()
    {
        var rows = await RowsAsync();
        var untold = Codes.Where(code => !rows.Any(row => row.Code == code.Code && row.Meaning.Length > 0 && row.Advice.Length > 0));
        untold.Select(code => $"{code.Code} ({code.Name})").ShouldBeEmpty($"add them to {Page}");
    }

    [Fact]
    public async Task Tells_of_no_code_that_is_not_used_and_of_none_twice()
    {
        var told = (await RowsAsync()).Select(row => row.Code).ToList();
        told.Except(Codes.Select(code => code.Code)).ShouldBeEmpty();
        told.ShouldBeUnique();
    }

    [GeneratedRegex("^GOT[0-9]{4}$")]
    private static partial Regex Form();

    private static async Task<IReadOnlyList<(string Code, string Meaning, string Advice)>> RowsAsync() =>
    [
        .. from line in await File.ReadAllLinesAsync(Repository.PathOf(Page))
           where line.StartsWith("| GOT", StringComparison.Ordinal)
           let cells = line.Split('|', StringSplitOptions.TrimEntries)
           select (cells[1], cells[2], cells[3]),
    ];
}
