namespace GitOpsTasks.Contracts;

/// <summary>How serious a <see cref="Diagnostic"/> is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; changes nothing about the outcome.</summary>
    Note,

    /// <summary>Probably a mistake; fails the task only where warnings are asked to.</summary>
    Warning,

    /// <summary>Wrong: the task does not succeed.</summary>
    Error,
}
