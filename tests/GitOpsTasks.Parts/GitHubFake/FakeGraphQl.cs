using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Parts;

/// <summary>
/// The GraphQL API, as far as it reads objects of one repository by aliases of <c>object(expression:)</c>: what it is asked must
/// be declared, given and of that form.
/// </summary>
internal sealed partial class FakeGraphQl(Func<string, GitHubFakeRepository?> findRepository)
{
    private const int MostObjects = 500;

    public async Task<GitHubReply> AnswerAsync(JsonNode? body)
    {
        if (body?["query"]?.GetValue<string>() is not { } query || body["variables"] is not JsonObject variables)
            return GitHubReply.Problem(400, "A query attribute must be specified and must be a string.");
        var form = Form().Match(query) is { Success: true } objectsForm ? objectsForm : HistoryForm().Match(query);
        if (!form.Success)
            return Errors("PARSE_ERROR", "Parse error on the query");
        var declared = form.Groups["declared"].Captures.Select(capture => capture.Value).ToList();
        if (declared.Find(name => variables[name] is not JsonValue value || !value.TryGetValue<string>(out _)) is { } missing)
            return Errors("INVALID", $"Variable ${missing} of type String! was provided invalid value");
        if (findRepository($"{variables["owner"]}/{variables["name"]}") is not { } repository)
            return Errors("NOT_FOUND", $"Could not resolve to a Repository with the name '{variables["owner"]}/{variables["name"]}'.");
        var aliases = form.Groups["alias"].Captures.Select(capture => capture.Value).ToList();
        var used = form.Groups["variable"].Captures.Select(capture => capture.Value).ToList();
        if (used.Except(declared).Any() || aliases.Count != aliases.Distinct().Count())
            return Errors("undefinedVariable", "A variable is used but not declared, or an alias twice");
        if (aliases.Count > MostObjects)
            return GitHubReply.Problem(502, "Something went wrong while executing your query. This may be the result of a timeout.");
        var values = used.Select(name => variables[name]!.GetValue<string>()).ToList();
        var isHistory = !form.Groups["fields"].Success;
        var objects = isHistory
            ? await HistoriesAsync(repository.Git, variables["e0"]!.GetValue<string>(), values)
            : await new FakeQueriedObjects(repository.Git).ReadAsync(values, form.Groups["fields"].Value);
        var found = new JsonObject();
        for (var i = 0; i < aliases.Count; i++)
            found[aliases[i]] = objects[i];
        return GitHubReply.Ok(new JsonObject { ["data"] = new JsonObject { ["repository"] = isHistory ? new JsonObject { ["o0"] = found } : found } });
    }

    private static async Task<IReadOnlyList<JsonNode?>> HistoriesAsync(BareRepository git, string commit, List<string> paths)
    {
        var histories = new List<JsonNode?>();
        foreach (var path in paths)
        {
            var ids = (await git.GitAsync("rev-list", "-100", commit, "--", $":(literal){path}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            histories.Add(new JsonObject { ["nodes"] = new JsonArray([.. ids.Select(id => (JsonNode)new JsonObject { ["oid"] = id })]) });
        }

        return histories;
    }

    private static GitHubReply Errors(string type, string message) => GitHubReply.Ok(new JsonObject
    {
        ["data"] = null,
        ["errors"] = new JsonArray(new JsonObject { ["type"] = type, ["message"] = message }),
    });

    [GeneratedRegex(
        @"\Aquery\((\$(?<declared>\w+):String!,?)+\)\{repository\(owner:\$owner,name:\$name\)\{((?<alias>\w+):object\(expression:\$(?<variable>\w+)\)\{\.\.\.wanted\} )+\}\} fragment wanted on GitObject\{oid (?<fields>\.\.\.on (Tree\{entries\{name mode oid\}\}|Blob\{isBinary isTruncated text\}))\}\z")]
    private static partial Regex Form();

    [GeneratedRegex(
        @"\Aquery\((\$(?<declared>\w+):String!,?)+\)\{repository\(owner:\$owner,name:\$name\)\{o0:object\(expression:\$e0\)\{\.\.\.on Commit\{((?<alias>\w+):history\(first:100,path:\$(?<variable>\w+)\)\{nodes\{oid\}\} )+\}\}\}\}\z")]
    private static partial Regex HistoryForm();
}
