using System.Net;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.Azure;

/// <summary>
/// Pull requests on Azure Repos over the REST API 7.1 of Azure DevOps Services and Server. The token is GITOPS_TOKEN, else
/// AZURE_DEVOPS_EXT_PAT, else a pipeline's SYSTEM_ACCESSTOKEN; it needs the permission <c>Contribute to pull requests</c>.
/// </summary>
public sealed class AzureForge : IForge
{
    private readonly AzureApi _api;
    private readonly AzureSearch _search;
    private readonly AzureProperties _properties;

    /// <summary>A forge for one repository.</summary>
    public AzureForge(EngineContext context, AzureRepository repository)
    {
        _api = new AzureApi(context, repository);
        _search = new AzureSearch(_api);
        _properties = new AzureProperties(_api);
    }

    /// <inheritdoc />
    public ForgeAbilities Abilities { get; } = new("Azure Repos")
    {
        LongestBody = AzureText.LongestDescription,
        KeepsCommentsApart = true,
        HasPeople = true,
        HasDrafts = true,
        MergesByItself = true,
    };

    /// <inheritdoc />
    public string CompareUrl(string from, string to) => $"{_api.Repository.Web}/branchCompare?baseVersion={VersionOf(from)}&targetVersion={VersionOf(to)}";

    /// <inheritdoc />
    public string CommitUrl(string commit) => $"{_api.Repository.Web}/commit/{Uri.EscapeDataString(commit)}";

    /// <inheritdoc />
    public Task<IReadOnlyList<PullRequest>> ListOpenAsync(string headPrefix, string baseBranch, CancellationToken cancellationToken) =>
        _search.ListOpenAsync(headPrefix, baseBranch, cancellationToken);

    /// <inheritdoc />
    public Task<PullRequest?> FindEndedAsync(string head, string baseBranch, CancellationToken cancellationToken) =>
        _search.FindEndedAsync(head, baseBranch, cancellationToken);

    /// <inheritdoc />
    public Task<PullRequest?> FindOpenAsync(string head, string baseBranch, CancellationToken cancellationToken) =>
        _search.FindOpenAsync(head, baseBranch, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<Diagnostic>> AddAsync(PullRequest pull, PullRequestExtras extras, CancellationToken cancellationToken) =>
        new AzureExtras(_api).AddAsync(pull.Number, extras, cancellationToken);

    /// <inheritdoc />
    public Task<MergeOutcome> MergeWhenReadyAsync(PullRequest pull, MergeMethod method, CancellationToken cancellationToken) =>
        new AzureMerging(_api, _search).MergeWhenReadyAsync(pull, method, cancellationToken);

    /// <inheritdoc />
    public Task SetDraftAsync(PullRequest pull, bool isDraft, CancellationToken cancellationToken) =>
        ChangeAsync(pull.Number, json => json.WriteBoolean("isDraft", isDraft), isDraft ? "make a draft of" : "take from draft", cancellationToken);

    /// <inheritdoc />
    public Task CommentAsync(int number, string text, CancellationToken cancellationToken) => new AzureThreads(_api).SayAsync(number, text, cancellationToken);

    // Created first and looked for only when it turns out to be there: the other order leaves a gap for a second writer.
    // The same answer tells that an earlier attempt was applied although its reply was lost.
    /// <inheritdoc />
    public async Task<PullRequest> OpenAsync(PullRequestDraft draft, CancellationToken cancellationToken)
    {
        const string Wanted = "open a pull request";
        var (description, apart) = AzureText.Divide(draft.Body);
        var answer = await _api.SendAsync(HttpMethod.Post, "pullrequests", AzureBody.Of(json =>
        {
            json.WriteString("sourceRefName", AzurePull.RefOf(draft.Head));
            json.WriteString("targetRefName", AzurePull.RefOf(draft.Base));
            json.WriteString("title", AzureText.FitTitle(draft.Title));
            json.WriteString("description", description);
            json.WriteBoolean("isDraft", draft.IsDraft);
        }), cancellationToken);
        PullRequest pull;
        if (answer.Status == HttpStatusCode.Conflict && answer.Problem.Says("TF401179"))
        {
            pull = await FindOpenAsync(draft.Head, draft.Base, cancellationToken) ?? throw AzureFailure.From(answer, _api.Repository, Wanted);
        }
        else
        {
            pull = _api.Succeeded(answer, Wanted).Read(json => AzurePull.Of(json, _api.Repository)).Shown with { Body = draft.Body };
            if (apart is not null)
                await _properties.WriteAsync(pull.Number, apart, cancellationToken);
        }

        await new AzureExtras(_api).LabelAsync(pull.Number, draft.Labels, cancellationToken);
        return pull;
    }

    /// <inheritdoc />
    public async Task<PullRequest> UpdateAsync(int number, string title, string body, CancellationToken cancellationToken)
    {
        var (description, apart) = AzureText.Divide(body);
        if (apart is not null)
            await _properties.WriteAsync(number, apart, cancellationToken);
        var answer = await ChangeAsync(number, json =>
        {
            json.WriteString("title", AzureText.FitTitle(title));
            json.WriteString("description", description);
        }, "update", cancellationToken);
        return answer.Read(json => AzurePull.Of(json, _api.Repository)).Shown with { Body = body };
    }

    /// <inheritdoc />
    public async Task CloseAsync(int number, string? comment, CancellationToken cancellationToken)
    {
        if (comment is not null)
            await CommentAsync(number, comment, cancellationToken);
        if ((await _search.ReadAsync(number, cancellationToken)).Shown.State == PullRequestState.Open)
            await ChangeAsync(number, json => json.WriteString("status", "abandoned"), "abandon", cancellationToken);
    }

    private async Task<AzureAnswer> ChangeAsync(int number, Action<Utf8JsonWriter> write, string verb, CancellationToken cancellationToken)
    {
        var answer = await _api.SendAsync(HttpMethod.Patch, $"pullrequests/{number}", AzureBody.Of(write), cancellationToken);
        return _api.Succeeded(answer, $"{verb} pull request {number}");
    }

    // GC is a commit, GB a branch.
    private static string VersionOf(string revision) =>
        (revision.Length is 40 or 64 && revision.All(char.IsAsciiHexDigit) ? "GC" : "GB") + Uri.EscapeDataString(revision);
}
