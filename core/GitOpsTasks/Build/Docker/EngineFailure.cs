using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>What the texts of docker's errors mean: it names a registry's answers in words only.</summary>
internal static partial class EngineFailure
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>Whether to try again may help.</summary>
    public static bool MayPass(string error) => !Refusal().IsMatch(error) && Passing().IsMatch(error);

    /// <summary>Whether the disk of the engine or the registry is full.</summary>
    public static bool IsDiskFull(string error) => error.Contains("no space left on device", StringComparison.OrdinalIgnoreCase);

    /// <summary>A failure that a registry is the cause of.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="what">What could not be done, without a full stop.</param>
    /// <param name="error">What docker says.</param>
    public static TaskFailedException OfRegistry(string code, string what, string error)
    {
        var message = $"{what}: {OneLine(error)}.";
        if (Refusal().IsMatch(error))
        {
            return TaskFailedException.Refused(
                code, message, "Log in with 'docker login', or set GITOPS_REGISTRY_USERNAME and GITOPS_REGISTRY_PASSWORD, with an account that may do this.");
        }

        if (IsDiskFull(error))
            return TaskFailedException.External(code, message, "Make room where Docker or the registry keeps its images: 'docker system df' shows what is used.");
        if (Missing().IsMatch(error))
            return TaskFailedException.Refused(code, message, "Check the name; some registries want a repository to be made before it is pushed to.");
        return TaskFailedException.External(code, message, "Look at the registry's status and at Docker's log.");
    }

    /// <summary>A text of docker's without line ends and without the full stop.</summary>
    public static string OneLine(string error) => error.ReplaceLineEndings(" ").Trim().TrimEnd('.');

    [GeneratedRegex(@"denied|unauthorized|authentication required|no basic auth|forbidden|insufficient_scope|\b40[13]\b", Options)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"name unknown|name_unknown|repository does not exist|manifest unknown|not found|\b404\b", Options)]
    private static partial Regex Missing();

    [GeneratedRegex(@"too ?many ?requests|bad gateway|service unavailable|gateway time|connection re(?:set|fused)|broken pipe|\bEOF\b|i/o timeout|handshake timeout|\b(?:429|50[0234])\b", Options)]
    private static partial Regex Passing();
}
