using System.Text;

namespace GitOpsTasks.Processes;

/// <summary>What a program left behind when it ended.</summary>
/// <param name="ExitCode">The program's exit code; 0 is success by convention.</param>
/// <param name="Output">Standard output, as bytes.</param>
/// <param name="Error">Standard error, decoded as UTF-8.</param>
public sealed record ProcessResult(int ExitCode, ReadOnlyMemory<byte> Output, string Error)
{
    /// <summary>Whether the exit code is 0.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>Standard output decoded as UTF-8, without the last line end.</summary>
    public string Text => Encoding.UTF8.GetString(Output.Span).TrimEnd('\n', '\r');
}
