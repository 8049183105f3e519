using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli;

/// <summary>Outputs as a table of two columns, for results without words of their own.</summary>
internal static class OutputTable
{
    /// <summary>A line per output that is not empty; further lines of a value stand below its first.</summary>
    public static string Render(IReadOnlyList<KeyValuePair<TaskOutput, string>> outputs)
    {
        var shownOutputs = outputs.Where(pair => pair.Value.Length > 0).ToList();
        var width = shownOutputs.Select(pair => pair.Key.Name.Length).DefaultIfEmpty().Max() + 2;
        var text = new StringBuilder();
        foreach (var (output, value) in shownOutputs)
        {
            var shown = output.Secret ? "(secret)" : value;
            text.Append(output.Name.PadRight(width))
                .Append(shown.TrimEnd('\n').ReplaceLineEndings("\n" + new string(' ', width)))
                .Append('\n');
        }

        return text.ToString();
    }
}
