using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;

namespace GitOpsTasks.Lint.Schema.Sources;

/// <summary>
/// Where schemas are, as kubeconform writes it: a file or address with <c>{{.Group}}</c> and the like in it; a text that does
/// not end in <c>json</c> gets the layout of the default location; <c>default</c> stands for the schemas of the tool.
/// </summary>
public sealed class SchemaLocation
{
    private const string Layout = "/{{.NormalizedKubernetesVersion}}-standalone{{.StrictSuffix}}/{{.ResourceKind}}{{.KindSuffix}}.json";

    private readonly string _template;

    private SchemaLocation(string template) => _template = template;

    /// <summary>Whether it stands for the schemas that come with the tool.</summary>
    public bool IsBundled => _template == "default";

    /// <summary>Reads a location.</summary>
    /// <exception cref="TaskFailedException">GOT2222: its template names something that is not known, or does not end.</exception>
    public static SchemaLocation Parse(string text)
    {
        var location = new SchemaLocation(text == "default" || text.EndsWith("json", StringComparison.Ordinal) ? text : text.TrimEnd('/') + Layout);
        location.For(new KindName("apps/v1", "Deployment"), "1.30.0");
        return location;
    }

    /// <summary>The file or address of a kind's schema.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="kubernetesVersion">Such as <c>1.30.0</c>, or <c>master</c>.</param>
    public string For(KindName kind, string kubernetesVersion)
    {
        var result = new StringBuilder();
        var rest = _template.AsSpan();
        while (rest.IndexOf("{{") is var open and >= 0)
        {
            var close = rest.IndexOf("}}");
            if (close < open)
                throw Malformed("a '{{' is not closed");
            result.Append(rest[..open]).Append(Value(rest[(open + 2)..close].Trim(), kind, kubernetesVersion));
            rest = rest[(close + 2)..];
        }

        return result.Append(rest).ToString();
    }

    private string Value(ReadOnlySpan<char> name, KindName kind, string kubernetesVersion) => name switch
    {
        ".NormalizedKubernetesVersion" => kubernetesVersion is "master" or ['v', ..] ? kubernetesVersion : "v" + kubernetesVersion,
        ".StrictSuffix" => "-strict",
        ".ResourceKind" => kind.Kind.ToLowerInvariant(),
        ".ResourceAPIVersion" => kind.Version,
        ".Group" => kind.Group.Length == 0 ? kind.Version : kind.Group,
        ".KindSuffix" => kind.Group.Length == 0 ? $"-{kind.Version}" : $"-{kind.Group.Split('.')[0]}-{kind.Version}",
        _ => throw Malformed($"'{name}' is not known"),
    };

    private TaskFailedException Malformed(string reason) => TaskFailedException.Usage(
        SchemaCodes.SchemaLocationMalformed,
        $"The schema location '{_template}' cannot be used: {reason}.",
        "Known are .Group, .ResourceKind, .ResourceAPIVersion, .KindSuffix, .StrictSuffix and .NormalizedKubernetesVersion, each in '{{' and '}}'.");
}
