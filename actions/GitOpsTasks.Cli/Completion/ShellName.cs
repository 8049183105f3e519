namespace GitOpsTasks.Cli.Completion;

/// <summary>The shells there are completion scripts for, as their programs are called.</summary>
internal enum ShellName
{
    /// <summary>GNU Bash.</summary>
    Bash,

    /// <summary>The Z shell.</summary>
    Zsh,

    /// <summary>fish.</summary>
    Fish,

    /// <summary>PowerShell 7.</summary>
    Pwsh,
}
