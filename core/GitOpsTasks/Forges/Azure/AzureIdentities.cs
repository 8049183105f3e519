using System.Text.Json;

namespace GitOpsTasks.Forges.Azure;

/// <summary>Who a name stands for: reviewers are asked by their ids.</summary>
/// <param name="api">Sends requests.</param>
internal sealed class AzureIdentities(AzureApi api)
{
    /// <summary>The id of a person or group.</summary>
    /// <param name="name">An id, a mail address, an account, a name as people see it, or a team as <c>PROJECT/TEAM</c>.</param>
    /// <param name="cancellationToken">Cancels the request and its retries.</param>
    /// <returns>The id, or what is in the way.</returns>
    public async Task<(string? Id, string Problem)> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(name, out var id))
            return (id.ToString(), "");
        var account = name.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? $"[{name[..slash]}]\\{name[(slash + 1)..]}" : name;
        var answer = await api.FindIdentitiesAsync($"searchFilter=General&filterValue={Uri.EscapeDataString(account)}&queryMembership=None", cancellationToken);
        if (answer.IsTransient)
            throw AzureFailure.From(answer, api.Repository, $"look '{name}' up");
        if (!answer.Succeeded)
            return (null, answer.Problem.Message is { Length: > 0 } said ? said : "the token may not look people up");
        var found = answer.Read(json => json.GetProperty("value").EnumerateArray()
            .Select(item => (Id: AzurePull.Text(item, "id"), IsExact: NamesOf(item).Contains(account, StringComparer.OrdinalIgnoreCase))).ToList());
        var exact = found.FindAll(identity => identity.IsExact);
        return (exact.Count > 0 ? exact : found) switch
        {
            [var only] => (only.Id, ""),
            [] => (null, "nobody has that name"),
            var several => (null, $"{several.Count} have that name"),
        };
    }

    private static IEnumerable<string> NamesOf(JsonElement identity)
    {
        yield return AzurePull.Text(identity, "providerDisplayName");
        if (!identity.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var name in (string[])["Account", "Mail"])
        {
            if (properties.TryGetProperty(name, out var property) && property.ValueKind == JsonValueKind.Object)
                yield return AzurePull.Text(property, "$value");
        }
    }
}
