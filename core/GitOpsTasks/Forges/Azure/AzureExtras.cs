using System.Net;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.Azure;

/// <summary>Labels and reviewers of pull requests. What is there is not sent again.</summary>
/// <param name="api">Sends requests.</param>
internal sealed class AzureExtras(AzureApi api)
{
    /// <summary>Adds what a pull request lacks; a warning for each thing that is not taken.</summary>
    public async Task<IReadOnlyList<Diagnostic>> AddAsync(int number, PullRequestExtras extras, CancellationToken cancellationToken) =>
    [
        .. await LabelAsync(number, extras.Labels, cancellationToken),
        .. await AskAsync(number, extras.Reviewers, cancellationToken),
    ];

    /// <summary>Adds labels one by one, as the API takes them; those the project does not know yet are made.</summary>
    public async Task<IReadOnlyList<Diagnostic>> LabelAsync(int number, IReadOnlyList<string> labels, CancellationToken cancellationToken)
    {
        var warnings = new List<Diagnostic>();
        if (labels.Count == 0)
            return warnings;
        var path = $"pullrequests/{number}/labels";
        var has = await ListAsync(path, $"read the labels of pull request {number}", label => AzurePull.Text(label, "name"), cancellationToken);
        foreach (var label in labels.Except(has, StringComparer.OrdinalIgnoreCase))
        {
            var answer = await api.SendAsync(HttpMethod.Post, path, AzureBody.Of(json => json.WriteString("name", label)), cancellationToken);
            if (Refusal(answer, $"label pull request {number} '{label}'") is { } warning)
                warnings.Add(warning);
        }

        return warnings;
    }

    // Who gave a vote is among the reviewers, and is not asked again.
    private async Task<IReadOnlyList<Diagnostic>> AskAsync(int number, IReadOnlyList<string> reviewers, CancellationToken cancellationToken)
    {
        if (reviewers.Count == 0)
            return [];
        var path = $"pullrequests/{number}/reviewers";
        var asked = await ListAsync(
            path, $"read the reviewers of pull request {number}", item => (string[])[AzurePull.Text(item, "id"), AzurePull.Text(item, "uniqueName"), AzurePull.Text(item, "displayName")], cancellationToken);
        var known = asked.SelectMany(names => names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (ids, warnings) = (new List<string>(), new List<Diagnostic>());
        foreach (var name in reviewers.Where(name => !known.Contains(name)))
        {
            var (id, problem) = await new AzureIdentities(api).FindAsync(name, cancellationToken);
            if (id is null)
                warnings.Add(Warning($"ask '{name}' for a review", problem));
            else if (known.Add(id))
                ids.Add(id);
        }

        if (ids.Count > 0)
        {
            var answer = await api.SendAsync(HttpMethod.Post, path, AzureBody.OfEach(ids, (json, id) => json.WriteString("id", id)), cancellationToken);
            if (Refusal(answer, $"ask {string.Join(", ", reviewers)} for a review") is { } warning)
                warnings.Add(warning);
        }

        return warnings;
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(string path, string wanted, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        (await api.ReadAsync(path, wanted, cancellationToken)).Read(json => json.GetProperty("value").EnumerateArray().Select(read).ToList());

    private Diagnostic? Refusal(AzureAnswer answer, string wanted)
    {
        if (answer.Succeeded)
            return null;
        return answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Conflict && !answer.IsSignIn
            ? Warning(wanted, answer.Problem.Message)
            : throw AzureFailure.From(answer, api.Repository, wanted);
    }

    private Diagnostic Warning(string wanted, string problem) => Diagnostic.Warning(
        ForgeCodes.ExtraRefused,
        $"{api.Repository.Collection.Host} did not {wanted}: {problem}.",
        "Give people by mail address or id, and teams as PROJECT/TEAM; to look people up the token needs the scope 'Identity (read)'.");
}
