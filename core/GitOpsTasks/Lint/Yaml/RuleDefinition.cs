using GitOpsTasks.Lint.Yaml.Configuration;

namespace GitOpsTasks.Lint.Yaml;

/// <summary>What a configuration may say about a rule, and how the rule is made of it.</summary>
/// <param name="Id">The name, as yamllint has it.</param>
/// <param name="Code">The stable code of what it finds.</param>
/// <param name="Options">What can be set.</param>
/// <param name="Create">Makes the rule of options that were checked.</param>
internal sealed record RuleDefinition(string Id, string Code, OptionDefinition[] Options, Func<RuleOptions, YamlRule> Create)
{
    /// <summary>What to do about what it finds, where that needs saying; <c>{0}</c> stands for the problem's first number.</summary>
    public string? Advice { get; init; }

    /// <summary>Says which options cannot be together; null where all can. First the option at fault, then the message.</summary>
    public Func<RuleOptions, (string Option, string Message)?> Conflict { get; init; } = _ => null;
}
