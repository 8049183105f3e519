using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Registry;

/// <summary>
/// Finds the credentials for a registry. First GITOPS_REGISTRY_USERNAME_HOST and GITOPS_REGISTRY_PASSWORD_HOST, with the
/// host in upper case and <c>_</c> for all but letters and digits; then GITOPS_REGISTRY_USERNAME and
/// GITOPS_REGISTRY_PASSWORD, for the host named by GITOPS_REGISTRY or, where that is not set, for any that is pushed to;
/// then docker's configuration and credential programs.
/// </summary>
/// <param name="context">Environment and programs.</param>
/// <param name="isSource">
/// Whether images only come from the registry, beside another that they go to: it is not given the credentials that are
/// for any registry.
/// </param>
public sealed partial class CredentialSource(EngineContext context, bool isSource = false)
{
    private static readonly TimeSpan ProgramDeadline = TimeSpan.FromSeconds(60);

    /// <summary>The credentials for a host as it is written in image names; null where there are none.</summary>
    /// <exception cref="TaskFailedException">Docker's configuration cannot be read, or a credential program failed.</exception>
    public Task<RegistryCredentials?> FindAsync(string host, CancellationToken cancellationToken) =>
        FindAsync(host, name: null, cancellationToken);

    /// <summary>The credentials for a repository: docker's configuration may have some that are for it alone.</summary>
    /// <exception cref="TaskFailedException">Docker's configuration cannot be read, or a credential program failed.</exception>
    public Task<RegistryCredentials?> FindAsync(RegistryAddress address, CancellationToken cancellationToken) =>
        FindAsync(address.Host, address.Name, cancellationToken);

    private async Task<RegistryCredentials?> FindAsync(string host, string? name, CancellationToken cancellationToken)
    {
        if (FromEnvironment(host) is { } given)
            return given;
        if (DockerConfig.Load(context) is not { } config)
            return null;
        if (config.ProgramFor(host) is { } program
            && await AskAsync(program, DockerConfig.KeyOf(host), cancellationToken) is { } stored)
            return stored;
        return config.Stored(host, name);
    }

    /// <summary>The credentials for a host that the environment alone has; null where it has none.</summary>
    internal RegistryCredentials? FromEnvironment(string host)
    {
        var suffix = "_" + NotInAName().Replace(host.ToUpperInvariant(), "_");
        if (Pair(suffix) is { } own)
            return own;
        var isMeant = context.Environment["GITOPS_REGISTRY"] is { } only
            ? string.Equals(only, host, StringComparison.OrdinalIgnoreCase)
            : !isSource;
        return isMeant ? Pair("") : null;
    }

    private RegistryCredentials? Pair(string suffix) =>
        context.Environment["GITOPS_REGISTRY_USERNAME" + suffix] is { } user
        && context.Environment["GITOPS_REGISTRY_PASSWORD" + suffix] is { } password
            ? new RegistryCredentials(user, password)
            : null;

    // The protocol of docker's credential programs: the server on standard input, a JSON object on standard output.
    private async Task<RegistryCredentials?> AskAsync(string program, string server, CancellationToken cancellationToken)
    {
        if (!ProgramName().IsMatch(program))
            throw Failed(program, "has a name that is not one of a program");
        var command = new ProcessCommand($"docker-credential-{program}", ["get"])
        {
            WorkingDirectory = context.Directory,
            Environment = context.Environment,
            StandardInput = Encoding.UTF8.GetBytes(server),
            Deadline = ProgramDeadline,
        };
        var result = await RunAsync(program, command, cancellationToken);
        if (result.Succeeded)
            return Read(program, result);
        return result.Text.Contains("credentials not found", StringComparison.OrdinalIgnoreCase)
            ? null
            : throw Failed(program, $"ended with exit code {result.ExitCode}");
    }

    private async Task<ProcessResult> RunAsync(string program, ProcessCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return await context.RunProcess(command, cancellationToken);
        }
        catch (ProcessNotFoundException)
        {
            throw Failed(program, "is named in docker's configuration and is not on PATH");
        }
        catch (TimeoutException)
        {
            throw Failed(program, $"did not answer within {ProgramDeadline.TotalSeconds:0} seconds");
        }
    }

    private static RegistryCredentials? Read(string program, ProcessResult result)
    {
        try
        {
            using var answer = JsonDocument.Parse(result.Output);
            var user = answer.RootElement.GetProperty("Username").GetString() ?? "";
            var secret = answer.RootElement.GetProperty("Secret").GetString();
            return string.IsNullOrEmpty(secret) ? null : new RegistryCredentials(user, secret, user == "<token>");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Failed(program, "gave an answer that is not the JSON expected of it");
        }
    }

    private static TaskFailedException Failed(string program, string what) => TaskFailedException.External(
        RegistryCodes.CredentialProgramFailed,
        $"The credential program 'docker-credential-{program}' {what}.",
        "Log in again with 'docker login', or set GITOPS_REGISTRY_USERNAME and GITOPS_REGISTRY_PASSWORD.");

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ProgramName();

    [GeneratedRegex("[^A-Z0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex NotInAName();
}
