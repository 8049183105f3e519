using GitOpsTasks.Processes;

namespace GitOpsTasks.Forges.Azure;

/// <summary>Addresses of repositories on Azure DevOps in their many forms.</summary>
internal static class AzureAddress
{
    private const string Services = "dev.azure.com";
    private const string Visualstudio = ".visualstudio.com";

    /// <summary>The repository at an address; null where it is none of Azure DevOps.</summary>
    /// <param name="address">The address.</param>
    /// <param name="collection">SYSTEM_COLLECTIONURI, which tells where a server's collection ends; null outside of pipelines.</param>
    public static AzureRepository? Parse(string address, string? collection)
    {
        if (UriOf(address) is not { } uri)
            return null;
        var names = uri.AbsolutePath.Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (uri.IdnHost is "ssh.dev.azure.com" or "vs-ssh.visualstudio.com")
            return names is ["v3", var owner, var of, var called] ? Make(new Uri($"https://{Services}/"), [owner], of, called) : null;
        var at = Array.FindIndex(names, name => name is "_git");
        if (at < 0 || names[(at + 1)..].Where(name => name is not ("_full" or "_optimized")).ToArray() is not [var repository])
            return null;
        var before = names[..at];
        var origin = new Uri(uri.Scheme == "ssh" ? $"https://{uri.IdnHost}/" : $"{uri.Scheme}://{uri.Authority}/");
        if (uri.IdnHost == Services)
            return before is [var organisation, .. var rest] && rest.Length <= 1 ? Make(origin, [organisation], rest.FirstOrDefault() ?? repository, repository) : null;
        if (uri.IdnHost.EndsWith(Visualstudio, StringComparison.Ordinal))
            before = [.. before.SkipWhile(name => name.Equals("DefaultCollection", StringComparison.OrdinalIgnoreCase))];
        var length = uri.IdnHost.EndsWith(Visualstudio, StringComparison.Ordinal) ? 0 : CollectionLength(before, origin, collection);
        return before.Length - length is 0 or 1 ? Make(origin, before[..length], before.Length > length ? before[^1] : repository, repository) : null;
    }

    /// <summary>The repository a pipeline has checked out, where the address is the one it was checked out from; else null.</summary>
    public static AzureRepository? OfPipeline(string address, EnvironmentSnapshot environment) =>
        environment["BUILD_REPOSITORY_PROVIDER"] == "TfsGit" && environment["BUILD_REPOSITORY_URI"] is { } own && WithoutUser(own) == WithoutUser(address)
        && environment["SYSTEM_TEAMPROJECT"] is { } project && environment["BUILD_REPOSITORY_NAME"] is { } name
        && CollectionOf(environment["SYSTEM_COLLECTIONURI"]) is { } collection
            ? Make(collection, [], project, name)
            : null;

    /// <summary>An address without who is to log in.</summary>
    public static string WithoutUser(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var at = address.IndexOf('@', start);
        var end = address.IndexOfAny(['/', '?'], start);
        return at >= 0 && (end < 0 || at < end) ? address[..start] + address[(at + 1)..] : address;
    }

    /// <summary>The address of a collection with a slash at the end, without who is to log in; null where it is none.</summary>
    public static Uri? CollectionOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? new Uri($"{uri.Scheme}://{uri.Authority}{uri.AbsolutePath.TrimEnd('/')}/")
            : null;

    // The collection is the first name, or the second below the virtual folder of older servers, or what the pipeline says.
    private static int CollectionLength(string[] before, Uri origin, string? collection)
    {
        if (CollectionOf(collection) is { } own && own.Authority == origin.Authority)
        {
            var names = own.AbsolutePath.Trim('/').Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
            if (before.Length >= names.Length && names.SequenceEqual(before.Take(names.Length), StringComparer.OrdinalIgnoreCase))
                return names.Length;
        }

        return before is ["tfs", _] ? 2 : before.Length <= 1 ? before.Length : before.Length - 1;
    }

    private static AzureRepository? Make(Uri origin, string[] collection, string project, string name) =>
        collection.Append(project).Append(name).All(IsName)
            ? new AzureRepository(new Uri(origin, string.Concat(collection.Select(part => Uri.EscapeDataString(part) + "/"))), project, name)
            : null;

    private static bool IsName(string text) =>
        text.Trim().Length > 0 && text is not ("." or "..") && !text.Any(c => char.IsControl(c) || c is '/' or '\\' or ':' or '?' or '#');

    private static Uri? UriOf(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        var isScpLike = !address.Contains("://", StringComparison.Ordinal) && colon > 1;
        var text = isScpLike ? $"ssh://{address[..colon]}/{address[(colon + 1)..].TrimStart('/')}" : address;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "ssh" && uri.Host.Length > 0 ? uri : null;
    }
}
