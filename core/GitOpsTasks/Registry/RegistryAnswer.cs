using System.Net;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>Tells answers that were hoped for from those that may pass and those that are final.</summary>
internal static class RegistryAnswer
{
    private const int LongestText = 200;

    /// <summary>Does nothing where the status is one of those hoped for.</summary>
    /// <param name="response">The answer, its body already read.</param>
    /// <param name="address">The repository, for messages.</param>
    /// <param name="action">What was asked for, such as <c>store a blob</c>.</param>
    /// <param name="hopedFor">The statuses that are not failures.</param>
    /// <exception cref="TransientFailureException">429 or 5xx.</exception>
    /// <exception cref="TaskFailedException">All others.</exception>
    public static void Require(
        HttpResponseMessage response, RegistryAddress address, string action, params ReadOnlySpan<HttpStatusCode> hopedFor)
    {
        var status = response.StatusCode;
        if (hopedFor.Contains(status))
            return;
        if (status == HttpStatusCode.TooManyRequests || (int)status >= 500)
            throw new TransientFailureException($"it answered {(int)status} when asked to {action}", RetryAfter(response));
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw TaskFailedException.Refused(
                RegistryCodes.Unauthorized,
                $"The registry of '{address}' refused to {action} ({(int)status}{Detail(response)}).",
                "Log in with 'docker login', or set GITOPS_REGISTRY_USERNAME and GITOPS_REGISTRY_PASSWORD, with an account that may do this.");
        }

        throw TaskFailedException.External(
            RegistryCodes.UnexpectedAnswer,
            $"The registry of '{address}' answered {(int)status} when asked to {action}{Detail(response)}.",
            "Check the repository's name and the registry's limits.");
    }

    /// <summary>An answer that the specification does not allow.</summary>
    public static TaskFailedException Unexpected(RegistryAddress address, string what) => TaskFailedException.External(
        RegistryCodes.UnexpectedAnswer,
        $"The registry of '{address}' {what}.",
        "It does not follow the OCI distribution specification; look at the proxy before it.");

    private static TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } header)
            return null;
        var wait = header.Delta ?? (header.Date - response.Headers.Date);
        return wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>The error codes of the distribution specification in an answer; its free text could hold anything.</summary>
    public static IReadOnlyList<string> Codes(HttpResponseMessage response)
    {
        try
        {
            using var stream = response.Content.ReadAsStream();
            stream.Position = 0;
            using var body = JsonDocument.Parse(stream);
            return
            [
                .. body.RootElement.GetProperty("errors").EnumerateArray()
                    .Select(error => error.GetProperty("code").GetString() ?? "")
                    .Where(code => code.Length > 0 && code.All(c => char.IsAsciiLetterUpper(c) || c == '_')),
            ];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    private static string Detail(HttpResponseMessage response)
    {
        var text = string.Join(", ", Codes(response));
        return text.Length is 0 or > LongestText ? "" : $", {text}";
    }
}
