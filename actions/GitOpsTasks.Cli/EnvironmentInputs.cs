using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Cli;

/// <summary>
/// Inputs that come by environment: those of a GitHub action (<c>INPUT_</c> and the name in upper case; shells drop names
/// with hyphens, so the form with underscores counts too), those of the template for Azure Pipelines (<c>GITOPS_INPUT_</c>;
/// texts that never stand in a script need no quotes), and secrets.
/// </summary>
/// <param name="environment">The environment of the command.</param>
internal sealed class EnvironmentInputs(EnvironmentSnapshot environment)
{
    private const string OwnPrefix = "GITOPS_INPUT_";

    private readonly string? _prefix = CiDetection.Detect(environment) switch
    {
        CiSystem.GitHub => "INPUT_",
        CiSystem.Azure => OwnPrefix,
        _ => null,
    };

    /// <summary>Refuses what is meant for an input that the task does not have. GitHub warns of such inputs itself.</summary>
    /// <exception cref="TaskFailedException">GOT1021: there is one.</exception>
    public void RequireKnown(TaskDeclaration task, IEnumerable<TaskInput> global)
    {
        if (_prefix != OwnPrefix)
            return;
        var known = task.Inputs.Concat(global).Select(input => Underscored(OwnPrefix + input.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var given = environment.Variables.Keys.Where(name => name.StartsWith(OwnPrefix, StringComparison.OrdinalIgnoreCase));
        if (given.FirstOrDefault(name => !known.Contains(Underscored(name))) is { } stray)
        {
            throw TaskFailedException.Usage(
                CliCodes.UnknownOption, $"'gitops {task.Name}' has no input for the variable '{stray}'.", $"Run 'gitops {task.Name} --help'.");
        }
    }

    /// <summary>The texts given for an input; empty where none.</summary>
    public IReadOnlyList<string> Texts(TaskInput input)
    {
        var text = FromPipeline(input) ?? (input.Secret ? environment[input.SecretVariable] : null);
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

    private string? FromPipeline(TaskInput input)
    {
        if (_prefix is null)
            return null;
        var name = _prefix + input.Name.ToUpperInvariant();
        return environment.FirstOf(name, Underscored(name));
    }

    private static string Underscored(string name) => name.Replace('-', '_');
}
