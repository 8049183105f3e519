using System.Globalization;
using System.Text;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>A GraphQL query about one repository. Whatever is not of the program goes in variables, never into its text.</summary>
internal sealed class GitHubQuery
{
    private readonly GitHubRepository _repository;
    private readonly IReadOnlyList<string> _values;

    /// <summary>Begins one.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="values">The values of its variables <c>$e0</c>, <c>$e1</c> and so on.</param>
    public GitHubQuery(GitHubRepository repository, IReadOnlyList<string> values)
    {
        (_repository, _values) = (repository, values);
        Text.Append("query($owner:String!,$name:String!");
        for (var i = 0; i < values.Count; i++)
            Text.Append(CultureInfo.InvariantCulture, $",$e{i}:String!");
        Text.Append("){repository(owner:$owner,name:$name){");
    }

    /// <summary>The text; what follows the opening brace of the repository is to be added, with all closing braces.</summary>
    public StringBuilder Text { get; } = new();

    /// <summary>The body of the request.</summary>
    public byte[] ToJson() => GitHubBody.Of(json =>
    {
        json.WriteString("query", Text.ToString());
        json.WriteStartObject("variables");
        json.WriteString("owner", _repository.Owner);
        json.WriteString("name", _repository.Name);
        for (var i = 0; i < _values.Count; i++)
            json.WriteString(string.Create(CultureInfo.InvariantCulture, $"e{i}"), _values[i]);
        json.WriteEndObject();
    });
}
