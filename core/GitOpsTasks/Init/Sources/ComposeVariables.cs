using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Sources;

/// <summary>Takes the variables of a compose service into an application; secrets by reference alone.</summary>
/// <param name="draft">The application.</param>
/// <param name="findings">What a person should know.</param>
internal sealed class ComposeVariables(AppDraft draft, Findings findings)
{
    private const int MostTold = 12;

    // Mappings that take in themselves come to an end.
    private const int MostMerges = 8;

    /// <summary>Keys with values of a map or of a list of <c>KEY=VALUE</c>; null for a value that is not known.</summary>
    public static IEnumerable<(string Key, string? Value, YamlNode Place)> Entries(YamlNode? node) => Entries(node, 0);

    private static IEnumerable<(string Key, string? Value, YamlNode Place)> Entries(YamlNode? node, int merges)
    {
        foreach (var pair in node?.Pairs ?? [])
        {
            if (pair.Key.IsScalar && MergedKeys.IsMerge(pair.Key))
            {
                foreach (var merged in merges == MostMerges ? [] : Merged(pair.Value.Resolved, merges + 1))
                    yield return merged;
            }
            else if (pair.Key.IsScalar)
                yield return (pair.Key.Value, ComposeText.Of(pair.Value.Resolved), pair.Key);
        }

        foreach (var item in node?.Items ?? [])
        {
            if (item.Resolved is not { IsScalar: true } entry)
                continue;
            var equals = entry.Value.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0 ? (entry.Value, null, entry) : (entry.Value[..equals], ComposeText.Expand(entry.Value[(equals + 1)..]), entry);
        }
    }

    /// <summary>Takes <c>environment</c>.</summary>
    public void Take(YamlNode? node)
    {
        var taken = new List<string>();
        foreach (var (key, value, place) in Entries(node))
        {
            if (!IsUsable(key, value))
                Warn($"The variable '{key}' cannot stand in a ConfigMap.", "Write it in the spec in another way.", place);
            else if (SecretGuess.IsOne(key, value ?? ""))
                Refer(key, place);
            else if (value is null)
                Warn($"The value of '{key}' is not in the file: whoever runs compose gives it.", "Write it under 'env' in the spec, for each environment.", place);
            else
            {
                draft.Env[key] = value;
                taken.Add(key);
            }
        }

        if (taken.Count > 0 && node is { } all)
            draft.Note($"variables {string.Join(", ", taken.Take(MostTold))}{(taken.Count > MostTold ? ", ..." : "")}", all.Place, "environment");
    }

    /// <summary>Takes a file of <c>env_file</c>: as a file where it reads the same everywhere and has no secrets, else its variables.</summary>
    public void TakeFile(TreePath path, string text, YamlNode place)
    {
        var entries = EnvLines.Read(text);
        if (entries.All(entry => entry.IsPlain && IsUsable(entry.Key, entry.Value) && !SecretGuess.IsOne(entry.Key, entry.Value)))
        {
            draft.EnvFiles.Add(path);
            draft.Note($"variables of {path}", place.Place, "env_file");
            return;
        }

        foreach (var entry in entries)
        {
            if (SecretGuess.IsOne(entry.Key, entry.Value))
                Refer(entry.Key, place);
            else if (IsUsable(entry.Key, entry.Value) && ComposeText.Expand(entry.Value) is { } value)
                draft.Env[entry.Key] = value;
            else
                Warn($"The variable '{entry.Key}' of {path} is not carried over.", "Write it under 'env' in the spec.", place);
        }

        draft.Note($"variables copied of {path}", place.Place, "env_file");
    }

    private void Refer(string key, YamlNode place)
    {
        draft.Env.Remove(key);
        if (!draft.Secrets.Add(key))
            return;
        findings.Warn(
            InitCodes.SecretReferred, $"'{key}' of '{draft.Name}' looks like a secret: its value is not copied.",
            $"The spec refers to a Secret '{draft.Name}-secrets' with that key: make it in the cluster, or write 'external' or 'sealed' in the spec.", place.Place);
    }

    private static IEnumerable<(string Key, string? Value, YamlNode Place)> Merged(YamlNode node, int merges) =>
        node.IsSequence ? node.Items.Take(MostMerges).SelectMany(item => Entries(item.Resolved, merges)) : Entries(node, merges);

    private static bool IsUsable(string key, string? value) =>
        key.Length is > 0 and <= 253 && !char.IsAsciiDigit(key[0]) && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
        && (value is null || !value.Any(c => char.IsControl(c) && c is not ('\t' or '\n')));

    private void Warn(string message, string advice, YamlNode place) => findings.Warn(InitCodes.NotCarriedOver, message, advice, place.Place);
}
