using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli;

/// <summary>Outputs as a table of two columns, for results without words of their own.</summary>
internal static class OutputTable
{
    /// <summary>A line per output; further lines of a value stand below its first.</summary>
    public static string Render(IReadOnlyList<KeyValuePair<TaskOutput, string>> outputs)
    {
        if (outputs.Count == 0)
            return "";
        var width = outputs.Max(pair => pair.Key.Name.Length) + 2;
        var text = new StringBuilder();
        foreach (var (output, value) in outputs)
        {
            var shown = output.Secret ? "(secret)" : value;
            text.Append(output.Name.PadRight(width))
                .Append(shown.TrimEnd('\n').ReplaceLineEndings("\n" + new string(' ', width)))
                .Append('\n');
        }

        return text.ToString();
    }
}
