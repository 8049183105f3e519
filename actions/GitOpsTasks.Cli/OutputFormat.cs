namespace GitOpsTasks.Cli;

/// <summary>How the result is printed on standard output.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON object.</summary>
    Json,
}
