namespace GitOpsTasks.Reporting;

/// <summary>How findings are written.</summary>
public enum DiagnosticFormat
{
    /// <summary><c>file:line:column: severity CODE: message</c>, the advice on a line of its own.</summary>
    Text,

    /// <summary>yamllint's format for people: the file, and below it a line for each finding.</summary>
    Standard,

    /// <summary>yamllint's format for programs: <c>file:line:column: [severity] message (rule)</c>.</summary>
    Parsable,

    /// <summary>Workflow commands that GitHub shows as annotations.</summary>
    Github,

    /// <summary>Logging commands that Azure Pipelines shows as issues.</summary>
    Azure,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>JUnit's XML: a suite for each file.</summary>
    Junit,

    /// <summary>One JSON array.</summary>
    Json,
}
