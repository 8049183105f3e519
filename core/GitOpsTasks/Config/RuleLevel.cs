namespace GitOpsTasks.Config;

/// <summary>What a configuration makes of a rule of lint.</summary>
public enum RuleLevel
{
    /// <summary>It is not looked for.</summary>
    Off,

    /// <summary>It is looked for, with the severity it has of itself.</summary>
    On,

    /// <summary>What it finds is a note.</summary>
    Note,

    /// <summary>What it finds is a warning.</summary>
    Warning,

    /// <summary>What it finds is an error.</summary>
    Error,
}
