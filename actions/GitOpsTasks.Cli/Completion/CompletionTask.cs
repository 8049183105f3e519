using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli.Completion;

/// <summary>Prints what a shell has to read to complete the command: a task of the command alone, no other host has it.</summary>
internal static class CompletionTask
{
    private const string Summary = "Prints the script by which a shell completes commands, options and values.";

    /// <summary>Its place among the tasks.</summary>
    public static TaskEntry Entry { get; } = new("completion", Summary, Declare) { IsForPeople = true };

    private static TaskDeclaration<ShellName, CompletionScript> Declare() => new("completion", Summary)
    {
        Inputs = [CompletionInputs.Shell],
        Outputs = [],
        Examples =
        [
            new("completion bash > ~/.local/share/bash-completion/completions/gitops", "for every new bash, where bash-completion is installed"),
            new("completion zsh > ~/.zfunc/_gitops", "for zsh, where ~/.zshrc has: fpath=(~/.zfunc $fpath); autoload -U compinit; compinit"),
            new("completion fish > ~/.config/fish/completions/gitops.fish", "for every new fish"),
            new("completion pwsh >> $PROFILE", "for every new PowerShell"),
        ],
        ReadRequest = inputs => inputs.Get(CompletionInputs.Shell),
        Execute = (shell, _, _) => Task.FromResult(TaskOutcome<CompletionScript>.Done(CompletionScript.Of(shell), [])),
        Json = CompletionJson.Default.CompletionScript,
        Text = script => script.Script,
    };
}
