namespace GitOpsTasks.Hosts.Tests.Azure;

/// <summary>A command that an agent of Azure Pipelines finds in a log.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="At">Where it begins in the line; agents look for it anywhere.</param>
/// <param name="Command">Such as <c>task.logissue</c>, or <c>group</c>.</param>
/// <param name="Properties">Its properties, unescaped.</param>
/// <param name="Message">Its data, unescaped.</param>
internal sealed record AzureLogCommand(int Line, int At, string Command, Dictionary<string, string> Properties, string Message)
{
    public string? this[string property] => Properties.GetValueOrDefault(property);
}
