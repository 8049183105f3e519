namespace GitOpsTasks.Processes;

/// <summary>A program to start: a file name and an argument array, never a shell line.</summary>
/// <param name="FileName">A program on PATH, or an absolute path.</param>
/// <param name="Arguments">Arguments as the program receives them; nothing is split, quoted or expanded.</param>
public sealed record ProcessCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>Absolute directory the program starts in.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The whole environment of the program; nothing is inherited from the host process.</summary>
    public required EnvironmentSnapshot Environment { get; init; }

    /// <summary>Bytes written to standard input, which is then closed.</summary>
    public ReadOnlyMemory<byte> StandardInput { get; init; }

    /// <summary>How long the program may run before its process tree is killed.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Called with each line of standard error as it arrives, for progress.</summary>
    public Action<string>? OnErrorLine { get; init; }

    /// <inheritdoc />
    public override string ToString() => string.Join(' ', Arguments.Prepend(FileName));
}
