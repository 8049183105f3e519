using System.Text.RegularExpressions;
using GitOpsTasks.Chain;
using GitOpsTasks.Cli;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed partial class OfferingAllTasks
{
    public static TheoryData<string> Names => [.. TaskCatalog.Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Catalog_and_declaration_agree(string name)
    {
        var entry = TaskCatalog.Entries.Single(entry => entry.Name == name);
        var declaration = entry.Load();
        (declaration.Name, declaration.Summary).ShouldBe((entry.Name, entry.Summary));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Inputs_and_outputs_have_names_every_host_can_take(string name)
    {
        var declaration = Declaration(name);
        string[] inputs = [.. declaration.Inputs.Select(input => input.Name)];
        string[] outputs = [.. declaration.DeclaredOutputs.Select(output => output.Name)];
        inputs.Concat(outputs).ShouldAllBe(text => Words().IsMatch(text));
        inputs.ShouldBeUnique();
        outputs.ShouldBeUnique();
        inputs.Intersect([.. GlobalInputs.All.Select(input => input.Name), "help"]).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Help_divides_many_options_and_names_none_that_is_not_there(string name)
    {
        string[] options = [.. Declaration(name).Inputs.Where(input => input is { Positional: false, Secret: false, Required: false }).Select(input => input.Name)];
        string[] divided = [.. HelpGroups.Of(name).SelectMany(group => group.Options)];
        divided.ShouldBeUnique();
        divided.ShouldBe(options.Length > 8 || divided.Length > 0 ? options : [], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Help_keeps_within_a_hundred_columns(string name) =>
        (await CommandRun.Over(TaskCatalog.Entries, [], name, "--help")).Out.Split('\n')
            .Where(line => !line.StartsWith("  gitops ", StringComparison.Ordinal)).Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Help_shows_every_input_and_example(string name)
    {
        var declaration = Declaration(name);
        var help = (await CommandRun.Over(TaskCatalog.Entries, [], name, "--help")).Out;
        foreach (var input in declaration.Inputs)
            help.ShouldContain(HelpRow.LabelOf(input));
        declaration.Examples.ShouldNotBeEmpty();
        foreach (var example in declaration.Examples)
            help.ShouldContain($"  gitops {example.Command}\n");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Examples_are_command_lines_that_parse(string name)
    {
        foreach (var example in Declaration(name).Examples)
        {
            var args = example.Command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var line = CommandLine.Parse(args, EnvironmentSnapshot.Empty, TaskCatalog.Entries);
            line.Task!.Name.ShouldBe(name);
        }
    }

    private static TaskDeclaration Declaration(string name) => TaskCatalog.All.Single(task => task.Name == name);

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Words();
}
