using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Forges.Azure;

/// <summary>A repository on Azure DevOps Services or Azure DevOps Server.</summary>
/// <param name="Collection">The organisation's or collection's address, ending in a slash; the origin that is sent the token.</param>
/// <param name="Project">The project's name, not escaped.</param>
/// <param name="Name">The repository's name, not escaped.</param>
public sealed record AzureRepository(Uri Collection, string Project, string Name)
{
    private const string Visualstudio = ".visualstudio.com";

    /// <summary>
    /// Works it out from <c>https://dev.azure.com/ORG/PROJECT/_git/REPO</c>, <c>https://ORG.visualstudio.com/PROJECT/_git/REPO</c>,
    /// <c>git@ssh.dev.azure.com:v3/ORG/PROJECT/REPO</c>, or <c>COLLECTION/PROJECT/_git/REPO</c> of a server. Any other address of
    /// the repository that a pipeline has checked out is told by SYSTEM_COLLECTIONURI, SYSTEM_TEAMPROJECT and BUILD_REPOSITORY_NAME.
    /// </summary>
    /// <exception cref="TaskFailedException">GOT7010: no such address, or plain http to another machine.</exception>
    public static AzureRepository From(string address, EnvironmentSnapshot environment)
    {
        var found = AzureAddress.Parse(address, environment["SYSTEM_COLLECTIONURI"]) ?? AzureAddress.OfPipeline(address, environment)
            ?? throw TaskFailedException.Usage(
                ForgeCodes.AddressUnusable,
                $"'{AzureAddress.WithoutUser(address)}' is not the address of a repository on Azure DevOps.",
                "Give it as https://dev.azure.com/ORG/PROJECT/_git/REPO, or COLLECTION/PROJECT/_git/REPO on a server.");
        return found.Collection.Scheme == "https" || (found.Collection.Scheme == "http" && found.Collection.IsLoopback)
            ? found
            : throw TaskFailedException.Usage(
                ForgeCodes.AddressUnusable,
                $"The API at {found.Collection.Host} would be asked over plain {found.Collection.Scheme}, where others could read the token.",
                "Use an https address.");
    }

    /// <summary>Whether an address tells that it is on Azure DevOps: by its host, by <c>/_git/</c> in it, or as what a pipeline has checked out.</summary>
    internal static bool IsOnAzure(string address, EnvironmentSnapshot environment) =>
        AzureAddress.Parse(address, environment["SYSTEM_COLLECTIONURI"]) is not null || AzureAddress.OfPipeline(address, environment) is not null;

    /// <summary>Where requests about the repository go, ending in a slash.</summary>
    public Uri Api => new(Collection, $"{Uri.EscapeDataString(Project)}/_apis/git/repositories/{Uri.EscapeDataString(Name)}/");

    /// <summary>Where people look at it, without a slash at the end.</summary>
    public string Web => $"{Collection.AbsoluteUri}{Uri.EscapeDataString(Project)}/_git/{Uri.EscapeDataString(Name)}";

    /// <summary>Where people and groups are looked up: the same server, and in Services the organisation's own host for them.</summary>
    public Uri Identities => Collection.IdnHost switch
    {
        "dev.azure.com" => new Uri($"https://vssps.dev.azure.com{Collection.AbsolutePath}_apis/identities"),
        var host when host.EndsWith(Visualstudio, StringComparison.Ordinal) =>
            new Uri($"https://{host[..^Visualstudio.Length]}.vssps{Visualstudio}/_apis/identities"),
        _ => new Uri(Collection, "_apis/identities"),
    };

    /// <summary><c>PROJECT/REPO</c>.</summary>
    public override string ToString() => $"{Project}/{Name}";
}
