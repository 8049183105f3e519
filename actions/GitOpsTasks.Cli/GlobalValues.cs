using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Cli;

/// <summary>What the options that every command has were set to.</summary>
/// <param name="Directory">The work directory as given; null where it is the current one.</param>
/// <param name="Output">How the result is printed.</param>
/// <param name="Verbosity">How much is said.</param>
/// <param name="NoProgress">Whether progress is switched off.</param>
/// <param name="Color">Whether text is coloured.</param>
internal sealed record GlobalValues(string? Directory, OutputFormat Output, Verbosity Verbosity, bool NoProgress, ColorChoice Color = ColorChoice.Auto)
{
    /// <summary>The values of texts.</summary>
    /// <exception cref="TaskFailedException">A text cannot be parsed.</exception>
    public static GlobalValues From(InputValues inputs) => new(
        inputs.Get(GlobalInputs.Directory),
        inputs.Get(GlobalInputs.Output),
        inputs.Get(GlobalInputs.Verbosity),
        inputs.Get(GlobalInputs.NoProgress),
        inputs.Get(GlobalInputs.Color));

    /// <summary>
    /// What can be told of a command line that cannot be parsed: whether its reader waits for JSON.
    /// </summary>
    public static GlobalValues Guess(IReadOnlyList<string> args)
    {
        var json = args.Contains("--output=json", StringComparer.OrdinalIgnoreCase) ||
            args.Zip(args.Skip(1)).Any(pair =>
                pair.First == "--output" && string.Equals(pair.Second, "json", StringComparison.OrdinalIgnoreCase));
        return new GlobalValues(null, json ? OutputFormat.Json : OutputFormat.Text, Verbosity.Normal, NoProgress: true);
    }

    /// <summary>Whether what goes to a stream is coloured.</summary>
    /// <param name="isTerminal">Whether a person watches it.</param>
    /// <param name="environment">The environment: NO_COLOR, and what the terminal can do.</param>
    public bool Colors(bool isTerminal, EnvironmentSnapshot environment) => Color switch
    {
        ColorChoice.Always => true,
        ColorChoice.Never => false,
        _ => isTerminal && string.IsNullOrEmpty(environment["NO_COLOR"]) && environment["TERM"] != "dumb",
    };
}
