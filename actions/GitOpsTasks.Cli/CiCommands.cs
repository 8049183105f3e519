using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Cli;

/// <summary>What the command tells the CI system it runs under, besides its log.</summary>
/// <param name="streams">The streams of the command.</param>
/// <param name="system">The CI system.</param>
/// <param name="environment">The environment of the command.</param>
internal sealed class CiCommands(HostStreams streams, CiSystem system, EnvironmentSnapshot environment)
{
    /// <summary>Hides the credentials of the environment in all that is printed later.</summary>
    public void MaskCredentials()
    {
        foreach (var secret in SecretVariables.ValuesIn(environment).Distinct(StringComparer.Ordinal))
            Mask(secret);
    }

    /// <summary>Hides the secrets a task was given, but for those that <see cref="MaskCredentials"/> hid.</summary>
    public void MaskSecrets(TaskDeclaration task)
    {
        var inputs = new EnvironmentInputs(environment);
        foreach (var secret in task.Inputs.Where(input => input.Secret).SelectMany(inputs.Texts).Except(SecretVariables.ValuesIn(environment)))
            Mask(secret);
    }

    /// <summary>Hands the outputs on; the envelope then tells where that failed.</summary>
    public ResultEnvelope HandOn(ResultEnvelope envelope)
    {
        try
        {
            HandOn(envelope.Outcome?.Outputs ?? []);
            Summarise(envelope);
            return envelope;
        }
        catch (TaskFailedException failure)
        {
            return envelope with
            {
                ExitCode = envelope.ExitCode == ExitCode.Done ? failure.ExitCode : envelope.ExitCode,
                Diagnostics = [.. envelope.Diagnostics, .. failure.Diagnostics],
            };
        }
    }

    private void HandOn(IReadOnlyList<KeyValuePair<TaskOutput, string>> outputs)
    {
        if (outputs.Count == 0)
            return;
        foreach (var (_, value) in outputs.Where(pair => pair.Key.Secret))
            Mask(value);
        if (system == CiSystem.GitHub && environment["GITHUB_OUTPUT"] is { } file)
            Append(file, outputs);
        if (system == CiSystem.Azure)
            SetVariables(outputs);
    }

    private void Summarise(ResultEnvelope envelope)
    {
        if (system == CiSystem.GitHub && environment["GITHUB_STEP_SUMMARY"] is { } file && envelope is { Task: { } task, Outcome: { } outcome })
            Append(file, "GITHUB_STEP_SUMMARY", Encoding.UTF8.GetBytes(outcome.StepSummary ?? OutcomeSummary.Render(task, outcome)));
    }

    private static void Append(string file, IEnumerable<KeyValuePair<TaskOutput, string>> outputs) => Append(
        file,
        "GITHUB_OUTPUT",
        GitHubOutputFile.Render(outputs.Select(pair => KeyValuePair.Create(pair.Key.Name, pair.Value)), $"gitops-{Guid.NewGuid():N}"));

    private static void Append(string file, string variable, byte[] content)
    {
        try
        {
            File.AppendAllBytes(file, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw TaskFailedException.External(
                ReportingCodes.OutputNotWritten,
                $"The file that {variable} names could not be written.",
                "Look at the disk of the runner; what the task did is done.",
                e);
        }
    }

    private void SetVariables(IEnumerable<KeyValuePair<TaskOutput, string>> outputs)
    {
        foreach (var (output, value) in outputs)
        {
            foreach (var command in AzureCommand.SetVariable(output.Name, value, output.Secret))
                streams.Error.WriteLine(command);
        }
    }

    private void Mask(string secret)
    {
        var commands = system switch
        {
            CiSystem.GitHub => GitHubCommand.Mask(secret),
            CiSystem.Azure => AzureCommand.Mask(secret),
            _ => [],
        };
        foreach (var command in commands)
            streams.Error.WriteLine(command);
    }
}
