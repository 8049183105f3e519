using System.Text;

namespace GitOpsTasks.Bump;

/// <summary>A bump's result for people.</summary>
internal static class BumpText
{
    /// <summary>One line a value, then the diff or the commit where there is one.</summary>
    public static string Render(BumpResult result)
    {
        var text = new StringBuilder();
        foreach (var edit in result.Edits)
            text.Append($"{edit.File}:{edit.Line}:{edit.Column}: {edit.Image} {edit.Field} {edit.Old ?? "(none)"} -> {edit.New ?? "(none)"}\n");
        if (result.Diff is not null)
            text.Append(result.Diff);
        if (result.Commit is not null)
            text.Append($"pushed {result.Commit[..10]} to {result.Branch}\n");
        return text.ToString();
    }
}
