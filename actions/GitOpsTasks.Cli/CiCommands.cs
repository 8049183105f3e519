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
            HandOn(envelope.Task ?? "", envelope.Outcome?.Outputs ?? []);
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

    private void HandOn(string task, IReadOnlyList<KeyValuePair<TaskOutput, string>> outputs)
    {
        if (outputs.Count == 0)
            return;
        foreach (var (_, value) in outputs.Where(pair => pair.Key.Secret))
            Mask(value);
        if (system == CiSystem.GitHub && environment["GITHUB_OUTPUT"] is { Length: > 0 } file)
            Append(file, outputs);
        if (system == CiSystem.Azure)
            SetVariables(task, outputs);
    }

    private void Summarise(ResultEnvelope envelope)
    {
        if (envelope is not { Task: { } task, Outcome: { } outcome })
            return;
        if (system == CiSystem.GitHub && environment["GITHUB_STEP_SUMMARY"] is { Length: > 0 } file)
            Append(file, "GITHUB_STEP_SUMMARY", Encoding.UTF8.GetBytes(Markdown()));
        if (system == CiSystem.Azure && environment["AGENT_TEMPDIRECTORY"] is { Length: > 0 } folder)
            Upload(folder, task, Markdown());

        string Markdown() => outcome.StepSummary ?? OutcomeSummary.Render(task, outcome);
    }

    // The agent shows the name of the file as its title, and reads it after this program has ended.
    private void Upload(string folder, string task, string markdown)
    {
        var own = Path.Combine(folder, $"gitops-{Guid.NewGuid():N}");
        var file = Path.Combine(own, $"gitops {task}.md");
        Write("AGENT_TEMPDIRECTORY", () =>
        {
            Directory.CreateDirectory(own);
            File.WriteAllText(file, markdown);
        });
        streams.Error.WriteLine(AzureCommand.UploadSummary(file));
    }

    private static void Append(string file, IEnumerable<KeyValuePair<TaskOutput, string>> outputs) => Append(
        file,
        "GITHUB_OUTPUT",
        GitHubOutputFile.Render(outputs.Select(pair => KeyValuePair.Create(pair.Key.Name, pair.Value)), $"gitops-{Guid.NewGuid():N}"));

    private static void Append(string file, string variable, byte[] content) => Write(variable, () => File.AppendAllBytes(file, content));

    private static void Write(string variable, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw TaskFailedException.External(
                ReportingCodes.OutputNotWritten,
                $"What {variable} names could not be written.",
                "Look at the disk of the runner; what the task did is done.",
                e);
        }
    }

    private void SetVariables(string task, IEnumerable<KeyValuePair<TaskOutput, string>> outputs)
    {
        // All or none: a value that cannot be set is found before the first is.
        foreach (var command in outputs.SelectMany(pair => AzureCommand.SetVariable(task, pair.Key.Name, pair.Value, pair.Key.Secret)).ToList())
            streams.Error.WriteLine(command);
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
