namespace GitOpsTasks.Status;

/// <summary>How the state of environments is printed.</summary>
public enum StatusFormat
{
    /// <summary>A table for a terminal.</summary>
    Text,

    /// <summary>Tables in Markdown, as for the summary of a run.</summary>
    Markdown,

    /// <summary>One JSON object.</summary>
    Json,

    /// <summary>One page that a browser opens from disk.</summary>
    Html,
}
