using GitOpsTasks.Cli;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class SuggestingWords
{
    [Theory]
    [InlineData("bu|", "build bump")]
    [InlineData("--out|", "--output")]
    [InlineData("--output |", "text json")]
    [InlineData("--output=j|", "--output=json")]
    [InlineData("--output json lin|", "lint")]
    [InlineData("--directory |", ":paths")]
    [InlineData("bump --retr|", "--retries --retry-for")]
    [InlineData("bump --retries 3 --retr|", "--retry-for")]
    [InlineData("bump --retries=3 --retr|", "--retry-for")]
    [InlineData("bump --image a:1 --imag|", "--image")]
    [InlineData("bump --image |", "")]
    [InlineData("bump |", ":paths")]
    [InlineData("bump apps |", ":paths")]
    [InlineData("bump -- --retr|", ":paths")]
    [InlineData("bump --skip-ci=|", "--skip-ci=auto --skip-ci=true --skip-ci=false")]
    [InlineData("bump --push=t|", "--push=true")]
    [InlineData("bump --push --verb|", "--verbosity")]
    [InlineData("lint --config |", ":paths")]
    [InlineData("lint --config=|", ":paths")]
    [InlineData("lint --format sa|", "sarif")]
    [InlineData("completion |", "bash zsh fish pwsh")]
    [InlineData("completion bash |", "--directory --output --verbosity --no-progress --color --help")]
    [InlineData("merge-driver a b c d |", "--marker-size --base-label --ours-label --theirs-label --higher --install --global --dry-run --directory --output --verbosity --no-progress --color --help")]
    [InlineData("no-such |", "")]
    [InlineData("--no-such-opt|", "")]
    public async Task Knows_what_may_come_next(string line, string expected) =>
        string.Join(' ', await SuggestAsync(line.TrimEnd('|').Split(' '))).ShouldBe(expected);

    [Fact]
    public async Task Begins_with_all_commands_and_what_they_do()
    {
        var run = await CommandRun.Over(CommandCatalog.Entries, [], "[complete]", "");
        run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(CommandCatalog.Entries.Count);
        run.Out.ShouldContain("bump\tSets image tags and digests in kustomizations and manifests, changing no other byte\n");
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Offers_every_option_of_every_command_and_every_fixed_value()
    {
        foreach (var task in CommandCatalog.Entries.Select(entry => entry.Load()))
        {
            var options = await SuggestAsync(task.Name, "--");
            foreach (var input in task.Inputs.Where(input => input is { Positional: false, Secret: false }))
            {
                options.ShouldContain($"--{input.Name}", task.Name);
                if (input.Kind == InputKind.Choice)
                    (await SuggestAsync(task.Name, $"--{input.Name}", "")).ShouldBe(input.Choices);
            }

            options.ShouldNotContain(option => task.Inputs.Any(input => input.Secret && option == $"--{input.Name}"));
        }
    }

    [Fact]
    public async Task Loads_no_other_command() =>
        (await CommandRun.Of("[complete]", "echo", "--ending", "re")).Out.ShouldBe("refused\n");

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Prints_a_script_that_asks_for_them(string shell)
    {
        var run = await CommandRun.Over(CommandCatalog.Entries, [], "completion", shell);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldStartWith("#");
        run.Out.ShouldContain("'[complete]'");
        run.Out.ShouldContain($"gitops completion {shell}");
    }

    [Fact]
    public async Task Refuses_a_shell_it_does_not_know()
    {
        var run = await CommandRun.Over(CommandCatalog.Entries, [], "completion", "tcsh");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("Write one of bash, zsh, fish, pwsh.");
    }

    private static async Task<IReadOnlyList<string>> SuggestAsync(params string[] words)
    {
        var run = await CommandRun.Over(CommandCatalog.Entries, [], ["[complete]", .. words]);
        run.ExitCode.ShouldBe(0, run.Error);
        return [.. run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('\t')[0])];
    }
}
