using System.Net.Http.Headers;
using System.Text;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Forges.Azure;

/// <summary>
/// In whose name requests are made: GITOPS_TOKEN, else AZURE_DEVOPS_EXT_PAT, else in a pipeline SYSTEM_ACCESSTOKEN, which goes to
/// the pipeline's own collection only. A personal access token is a password, the others are bearers.
/// </summary>
internal sealed class AzureCredentials
{
    public AzureCredentials(EnvironmentSnapshot environment, AzureRepository repository)
    {
        var own = environment["SYSTEM_ACCESSTOKEN"];
        var token = environment["GITOPS_TOKEN"] ?? environment["AZURE_DEVOPS_EXT_PAT"] ?? (IsOwn(repository, environment) ? own : null);
        if (token is null)
            return;
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(":" + token));
        Header = token == own || IsWebToken(token) ? new AuthenticationHeaderValue("Bearer", token) : new AuthenticationHeaderValue("Basic", basic);
        Secrets = [token, basic];
    }

    /// <summary>What is sent; null for nothing.</summary>
    public AuthenticationHeaderValue? Header { get; }

    /// <summary>What must not be shown.</summary>
    public IReadOnlyList<string> Secrets { get; } = [];

    private static bool IsOwn(AzureRepository repository, EnvironmentSnapshot environment) =>
        AzureAddress.CollectionOf(environment["SYSTEM_COLLECTIONURI"] ?? environment["SYSTEM_TEAMFOUNDATIONCOLLECTIONURI"]) is { } collection
        && string.Equals(collection.AbsoluteUri, repository.Collection.AbsoluteUri, StringComparison.OrdinalIgnoreCase);

    // A token of a pipeline or of Entra ID; a personal access token has no dots.
    private static bool IsWebToken(string token) => token.StartsWith("eyJ", StringComparison.Ordinal) && token.Count(c => c == '.') == 2;
}
