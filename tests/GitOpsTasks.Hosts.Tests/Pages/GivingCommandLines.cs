using GitOpsTasks.Cli;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Pages;

public sealed class GivingCommandLines
{
    public static TheoryData<string> Paths => [.. Page.Paths.Where(path => CommandLines.On(Page.Read(path)).Any())];

    [Fact]
    public void Happens_on_every_page_that_says_what_takes_the_place_of_what() =>
        new[] { "README.md", "README.zh-CN.md" }.Concat(Page.Paths.Where(path => path.StartsWith("docs/coming-from/", StringComparison.Ordinal)))
            .ShouldBeSubsetOf(Paths.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Takes_tasks_options_and_values_that_there_are(string path) =>
        CommandLines.On(Page.Read(path)).Select(Mistake).Where(mistake => mistake is not null).ShouldBeEmpty();

    private static string? Mistake(IReadOnlyList<string> words)
    {
        try
        {
            var (line, isWhole) = Parse(words);
            if (isWhole && !words.Any(word => word.Contains('$', StringComparison.Ordinal)))
            {
                foreach (var input in line.Task?.Inputs ?? [])
                    ReadValue(line.Inputs, input);
            }

            return null;
        }
        catch (TaskFailedException failure)
        {
            return $"gitops {string.Join(' ', words)}: {failure.Message}";
        }
    }

    // A page may speak of an option by its name alone, as in "gitops bump --policy".
    private static (CommandLine Line, bool IsWhole) Parse(IReadOnlyList<string> words)
    {
        try
        {
            return (CommandLine.Parse(words, EnvironmentSnapshot.Empty, CommandLines.Catalog), true);
        }
        catch (TaskFailedException failure) when (words[^1].StartsWith("--", StringComparison.Ordinal) && failure.Diagnostics[0].Code == CliCodes.BadOption)
        {
            return (CommandLine.Parse([.. words, "value"], EnvironmentSnapshot.Empty, CommandLines.Catalog), false);
        }
    }

    // A page may leave out what is required.
    private static void ReadValue(InputValues inputs, TaskInput input)
    {
        try
        {
            inputs.Get((dynamic)input);
        }
        catch (TaskFailedException failure) when (failure.Diagnostics[0].Code == UsageCodes.InputMissing)
        {
        }
    }
}
