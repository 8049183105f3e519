namespace GitOpsTasks.Tests.Status;

/// <summary>The same without git.</summary>
public sealed class TellingWhatRunsWhereThroughTheApi : TellingWhatRunsWhere
{
    protected override string Via => "api";
}
