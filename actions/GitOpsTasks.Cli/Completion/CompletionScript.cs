namespace GitOpsTasks.Cli.Completion;

/// <summary>What the command prints for a shell to read.</summary>
/// <param name="Shell">The shell, as its program is called.</param>
/// <param name="Script">The script.</param>
internal sealed record CompletionScript(string Shell, string Script)
{
    /// <summary>The script of a shell, from the resources of this assembly.</summary>
    public static CompletionScript Of(ShellName shell)
    {
        var name = shell.ToString().ToLowerInvariant();
        using var content = typeof(CompletionScript).Assembly.GetManifestResourceStream($"completion.{name}")!;
        using var reader = new StreamReader(content);
        return new CompletionScript(name, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
