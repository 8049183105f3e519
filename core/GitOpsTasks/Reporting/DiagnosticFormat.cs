namespace GitOpsTasks.Reporting;

/// <summary>How findings are written.</summary>
public enum DiagnosticFormat
{
    /// <summary><c>file:line:column: severity CODE: message</c>, the advice on a line of its own.</summary>
    Text,

    /// <summary>Workflow commands that GitHub shows as annotations.</summary>
    Github,

    /// <summary>Logging commands that Azure Pipelines shows as issues.</summary>
    Azure,

    /// <summary>One JSON array.</summary>
    Json,
}
