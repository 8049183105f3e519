using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Manifests;

namespace GitOpsTasks.Generate.Env;

/// <summary>A variable that looks like a secret, and would stand in a ConfigMap for everybody who reads the repository.</summary>
internal static class PlainSecret
{
    /// <summary>What to do about one.</summary>
    public const string Advice = "Change it, and refer to a Secret with 'secrets'; if it may be seen, name it in 'envPublic'.";

    /// <summary>Whether a variable is one, by its name or by the shape of its value.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="open">Variables that may be seen.</param>
    public static bool IsOne(string key, string value, IReadOnlyCollection<string> open) =>
        !open.Contains(key) && (SecretText.IsWrittenOut(key, value) || SecretShapes.IsIn(value));

    /// <summary>What is wrong with it; never shows the value.</summary>
    public static string Message(string key) => $"The value of '{key}' looks like a secret, and a ConfigMap hides nothing.";

    /// <summary>The error about one in an env file.</summary>
    public static Diagnostic At(EnvEntry entry) => Diagnostic.Error(GenerateCodes.PlainSecret, Message(entry.Key), Advice, entry.Place);
}
