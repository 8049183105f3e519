using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Yaml.Configuration;

/// <summary>What configurations say about a rule so far.</summary>
internal sealed class RuleSetting(RuleDefinition definition)
{
    private Dictionary<string, object> _values = Defaults(definition);

    /// <summary>Which rule.</summary>
    public RuleDefinition Definition { get; } = definition;

    /// <summary>Whether it is on.</summary>
    public bool IsEnabled { get; private set; }

    /// <summary>How serious what it finds is.</summary>
    public Severity Severity { get; set; } = Severity.Error;

    /// <summary>The files it does not look at.</summary>
    public PathPatterns? Ignore { get; set; }

    /// <summary>The options as they are.</summary>
    public RuleOptions Options => new(_values);

    /// <summary>Turns it on; from its defaults where it was off.</summary>
    public void Enable()
    {
        if (IsEnabled)
            return;
        IsEnabled = true;
        (Severity, Ignore, _values) = (Severity.Error, null, Defaults(Definition));
    }

    /// <summary>Turns it off.</summary>
    public void Disable() => IsEnabled = false;

    /// <summary>Sets an option.</summary>
    public void Set(string option, object value) => _values[option] = value;

    /// <summary>The rule as it is to run.</summary>
    public ConfiguredRule Build() => new(Definition, Definition.Create(Options), Severity, Ignore);

    private static Dictionary<string, object> Defaults(RuleDefinition definition) =>
        definition.Options.ToDictionary(option => option.Name, option => option.Default, StringComparer.Ordinal);
}
