using System.Text;

namespace GitOpsTasks.Generate;

/// <summary>A result for people.</summary>
internal static class GenerateText
{
    /// <summary>One line a file that changed, and one an application; then the diff where there is one.</summary>
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

        return text.Append(result.Diff).ToString();
    }
}
