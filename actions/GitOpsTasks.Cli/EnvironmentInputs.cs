using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Cli;

/// <summary>
/// Inputs that come by environment: those of a GitHub action (<c>INPUT_</c> and the name in upper case; shells drop names
/// with hyphens, so the form with underscores counts too), and secrets.
/// </summary>
/// <param name="environment">The environment of the command.</param>
internal sealed class EnvironmentInputs(EnvironmentSnapshot environment)
{
    private readonly bool _isAction = CiDetection.Detect(environment) == CiSystem.GitHub;

    /// <summary>The texts given for an input; empty where none.</summary>
    public IReadOnlyList<string> Texts(TaskInput input)
    {
        var text = FromAction(input) ?? (input.Secret ? environment[input.SecretVariable] : null);
        if (text is null)
            return [];
        return input.Kind switch
        {
            InputKind.TextList => text.Split(
                ['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            InputKind.Text => [text.TrimEnd('\r', '\n')],
            _ => [text.Trim()],
        };
    }

    private string? FromAction(TaskInput input)
    {
        if (!_isAction)
            return null;
        var name = "INPUT_" + input.Name.ToUpperInvariant();
        return environment.FirstOf(name, name.Replace('-', '_'));
    }
}
