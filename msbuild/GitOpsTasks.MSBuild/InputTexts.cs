using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.MSBuild;

/// <summary>The texts a task was given, by input.</summary>
internal sealed class InputTexts
{
    private readonly List<KeyValuePair<string, string>> _texts = [];

    /// <summary>Every text, whatever input it belongs to.</summary>
    public IEnumerable<string> All => _texts.Select(pair => pair.Value);

    /// <summary>The texts with the names of their inputs, in the order they were given.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs => _texts;

    /// <summary>Whether an input was given.</summary>
    public bool Has(string name) => _texts.Exists(pair => pair.Key == name);

    /// <summary>Adds the texts of an input.</summary>
    public void Add(string name, IEnumerable<string> texts) =>
        _texts.AddRange(texts.Select(text => KeyValuePair.Create(name, text)));

    /// <summary>These texts and the secrets of the task, from the environment.</summary>
    public InputTexts With(TaskDeclaration task, EnvironmentSnapshot environment)
    {
        var all = new InputTexts();
        all._texts.AddRange(_texts);
        foreach (var secret in task.Inputs.Where(input => input.Secret))
        {
            if (environment[secret.SecretVariable] is { } value)
                all.Add(secret.Name, [value]);
        }

        return all;
    }

    /// <summary>As the engine takes them.</summary>
    public InputValues ToValues()
    {
        var values = new InputValues();
        foreach (var (name, text) in _texts)
            values.Add(name, text);
        return values;
    }
}
