using System.Text;

namespace GitOpsTasks.Generate;

/// <summary>A result for people.</summary>
internal static class GenerateText
{
    /// <summary>One line a file that changed, one an application, and one a field that was kept; then the diff where there is one.</summary>
    public static string Render(GenerateResult result)
    {
        var text = new StringBuilder();
        foreach (var app in result.Apps)
        {
            foreach (var file in app.Written)
                text.Append($"write   {file}\n");
            foreach (var file in app.Removed)
                text.Append($"remove  {file}\n");
            text.Append($"{app.Name}: {app.Written.Count} written, {app.Removed.Count} removed, {app.Unchanged.Count} unchanged\n");
        }

        foreach (var kept in result.Kept)
            text.Append($"keep    {kept.File}:{kept.Line}:{kept.Column}: {kept.Object} {kept.Field} {kept.Value ?? "(none)"}, not {kept.Wanted ?? "(none)"}\n");
        return text.Append(result.Diff).ToString();
    }
}
