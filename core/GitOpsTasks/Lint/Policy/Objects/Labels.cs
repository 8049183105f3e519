using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Objects;

/// <summary>Keys and values of labels, as API servers take them.</summary>
internal static partial class Labels
{
    private const int MostOfName = 63;
    private const int MostOfPrefix = 253;

    private static readonly string[] s_own = ["metadata", "labels"];

    // Of Kubernetes' own kinds: fields of the same names may be other things in those of operators.
    private static readonly string[][] s_places =
    [
        ["spec", "template", "metadata", "labels"],
        ["spec", "jobTemplate", "spec", "template", "metadata", "labels"],
        ["spec", "selector", "matchLabels"],
    ];

    /// <summary>Adds what is wrong.</summary>
    public static void Check(Manifest manifest, List<Diagnostic> findings)
    {
        var places = IsOwnKind(manifest) ? s_places.Prepend(s_own) : [s_own];
        foreach (var labels in places.Select(place => manifest.Root.Field(place)).OfType<YamlNode>())
        {
            foreach (var pair in labels.Pairs.Where(pair => pair.Key.IsScalar && !MergedKeys.IsMerge(pair.Key)))
                Check(manifest, pair, findings);
        }
    }

    private static void Check(Manifest manifest, YamlPair pair, List<Diagnostic> findings)
    {
        var (key, value) = (pair.Key.Value, pair.Value.Resolved);
        if (!HasHole(manifest, key) && !IsKey(key))
        {
            findings.Add(ObjectRules.InvalidLabel.At(
                pair.Key, $"'{key}' cannot be the key of a label.", "Take up to 63 letters, digits, '-', '_' and '.', after a domain name and '/' where you like."));
        }

        if (value is { IsScalar: true, IsNull: false } && value.Value is { Length: > 0 } text && !HasHole(manifest, text) && !(text.Length <= MostOfName && Name().IsMatch(text)))
        {
            findings.Add(ObjectRules.InvalidLabel.At(
                value,
                text.Length > MostOfName ? $"The value of the label '{key}' has {text.Length} characters; {MostOfName} are allowed." : $"The value of the label '{key}' has characters, or an end, that no label can have.",
                "Take up to 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit; other texts are for annotations."));
        }
    }

    private static bool IsOwnKind(Manifest manifest) =>
        !manifest.Kind.Group.Contains('.', StringComparison.Ordinal) || manifest.Kind.Group.EndsWith(".k8s.io", StringComparison.Ordinal);

    private static bool HasHole(Manifest manifest, string text) =>
        manifest.IsFilledInLater(text) || text.Contains("{{", StringComparison.Ordinal) || text.Contains("$(", StringComparison.Ordinal);

    private static bool IsKey(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var name = key[(slash + 1)..];
        return name.Length <= MostOfName && Name().IsMatch(name) && (slash < 0 || (slash <= MostOfPrefix && Domain().IsMatch(key[..slash])));
    }

    [GeneratedRegex(@"^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Domain();
}
