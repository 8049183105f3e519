using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Tests.Lint.Pages;

/// <summary>A file of an example.</summary>
/// <param name="Path">From the root of the example.</param>
/// <param name="Text">Its text.</param>
/// <param name="Remark">What stands behind its name: <c>: GOT2140 in line 2</c>, where a comment in the text cannot say so.</param>
internal sealed partial record PageFile(string Path, string Text, string Remark)
{
    /// <summary>The lines that are said to have findings of a code.</summary>
    public IEnumerable<int> Marked(string code)
    {
        var lines = Text.Split('\n').Index().Where(line => Mark().Match(line.Item) is { Success: true } mark && mark.Value.Contains(code, StringComparison.Ordinal));
        return lines.Select(line => line.Index + 1).Concat(Remarked(code));
    }

    private IEnumerable<int> Remarked(string code) =>
        Remark.Contains(code, StringComparison.Ordinal)
            ? Number().Matches(Remark[(Remark.IndexOf(" in line", StringComparison.Ordinal) + 1)..]).Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture))
            : [];

    [GeneratedRegex("# (GOT[0-9]{4}(, )?)+$")]
    private static partial Regex Mark();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
