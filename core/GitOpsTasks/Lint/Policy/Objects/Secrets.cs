using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Edits.Manifests;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Objects;

/// <summary>Secrets in plain text. Messages name keys, never values.</summary>
internal static class Secrets
{
    private const string Advice = "Change it, for the history keeps it; and use a SealedSecret, an ExternalSecret, or encrypt the file with SOPS.";

    /// <summary>Adds what is wrong with a Secret.</summary>
    public static void Check(Manifest manifest, List<Diagnostic> findings)
    {
        if (manifest.Kind is not { Kind: "Secret", Group: "" })
            return;
        var texts = Values(manifest, "stringData").Select(pair => (pair.Key, pair.Value, Text: (string?)pair.Value.Value));
        var encoded = Values(manifest, "data").Select(pair => (pair.Key, pair.Value, Text: Decode(pair.Value.Value)));
        foreach (var (key, value, text) in texts.Concat(encoded))
        {
            if (!manifest.IsFilledInLater(value.Value) && !SecretText.IsHarmlessKey(key) && (text is null || SecretText.IsSecret(text)))
            {
                findings.Add(ObjectRules.PlaintextSecret.At(
                    value, $"'{key}' of the Secret '{manifest.Name}' can be read by everybody who reads the repository.", Advice));
            }
        }
    }

    /// <summary>Adds what is wrong with literals that a kustomization makes Secrets of.</summary>
    public static void CheckGenerators(YamlNode kustomization, List<Diagnostic> findings)
    {
        foreach (var literal in KustomizationFile.Items(kustomization, "secretGenerator").SelectMany(generator => generator.List("literals")).Where(item => item.IsScalar))
        {
            var text = literal.Value;
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && !SecretText.IsHarmlessKey(text[..equals]) && SecretText.IsSecret(text[(equals + 1)..].Trim('"', '\'')))
            {
                findings.Add(ObjectRules.PlaintextSecret.At(
                    literal, $"The literal '{text[..equals]}' of a secretGenerator can be read by everybody who reads the repository.", Advice));
            }
        }
    }

    private static IEnumerable<(string Key, YamlNode Value)> Values(Manifest manifest, string field)
    {
        foreach (var pair in manifest.Root.Field(field)?.Pairs ?? [])
        {
            if (pair.Key.IsScalar && pair.Value.Resolved is { IsScalar: true, IsNull: false } value)
                yield return (pair.Key.Value, value);
        }
    }

    // What is not base64 is a hole that something fills, or a mistake the schema tells; what is not text is a key.
    private static string? Decode(string value)
    {
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, bytes, out var count))
            return value;
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
