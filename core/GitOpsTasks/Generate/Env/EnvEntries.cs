using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Spec;

namespace GitOpsTasks.Generate.Env;

/// <summary>The variables of an env file as they are read, checked to be what a ConfigMap can hold.</summary>
internal sealed class EnvEntries(string path)
{
    private readonly OrderedDictionary<string, EnvEntry> _entries = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Adds a variable; one that cannot be had is an error instead.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="line">The line its name stands on, from 1.</param>
    /// <param name="column">Where its name begins, from 1.</param>
    /// <param name="valueColumn">Where its value begins, on the same line.</param>
    /// <param name="difference">Why other readers take the line for something else; null where they agree.</param>
    public void Add(string key, string value, int line, int column, int valueColumn, ReadingDifference? difference)
    {
        if (!IsKey(key, line, column) || !IsValue(value, line, valueColumn))
            return;
        if (!_entries.TryAdd(key, new EnvEntry(key, value, new SourcePlace(path, line, column))))
            Error(line, column, $"The key '{key}' stands here a second time.", "Remove one of the two lines.");
        else if (difference is not null)
            Warn(line, column, difference);
    }

    /// <summary>The value of a variable that stands above; null for none.</summary>
    public string? Find(string key) => _entries.TryGetValue(key, out var entry) ? entry.Value : null;

    /// <summary>Reports a line that cannot be read.</summary>
    public void Error(int line, int column, string message, string advice) =>
        _diagnostics.Add(Diagnostic.Error(GenerateCodes.EnvLineInvalid, message, advice, new SourcePlace(path, line, column)));

    /// <summary>Reports a line that other readers take for something else.</summary>
    public void Warn(int line, int column, ReadingDifference difference) =>
        _diagnostics.Add(Diagnostic.Warning(GenerateCodes.EnvLineAmbiguous, difference.Message, difference.Advice, new SourcePlace(path, line, column)));

    /// <summary>What was read.</summary>
    public EnvFile ToFile() => new([.. _entries.Values], _diagnostics);

    private bool IsKey(string key, int line, int column) => Passes(KubernetesText.EnvName, key, "The key cannot stand in a ConfigMap.", line, column);

    private bool IsValue(string value, int line, int column) =>
        Passes(KubernetesText.EnvValue, value, "The value cannot stand in a ConfigMap.", line, column);

    private bool Passes(Func<string, string> check, string text, string message, int line, int column)
    {
        try
        {
            check(text);
            return true;
        }
        catch (FormatException e)
        {
            Error(line, column, message, e.Message);
            return false;
        }
    }
}
