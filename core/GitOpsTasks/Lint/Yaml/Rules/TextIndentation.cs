using GitOpsTasks.Lint.Yaml.Tokens;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>The second and further lines of a scalar begin at one column.</summary>
internal static class TextIndentation
{
    /// <summary>Looks at a scalar of several lines.</summary>
    /// <param name="text">The file.</param>
    /// <param name="problems">Takes what is found.</param>
    /// <param name="at">The scalar.</param>
    /// <param name="nesting">What it is inside of.</param>
    /// <param name="isFirst">Whether it stands first on its line.</param>
    public static void Check(LintText text, ProblemList problems, int at, ref Nesting nesting, bool isFirst)
    {
        ref readonly var token = ref text.Tokens[at];
        int? place = null;
        for (var line = token.Line + 1; line <= token.EndLine && line < text.LineCount; line++)
        {
            var (start, end) = text.Line(line);
            var column = text.Bytes[start..end].IndexOfAnyExcept((byte)' ');
            if (column < 0 && end > start && token.End == text.Bytes.Length && end == token.End)
                column = end - start;
            else if (column < 0 || start + column >= token.End)
                continue;
            place ??= PlaceOf(token, column, ref nesting, isFirst);

            // The text of the message is yamllint's, to the missing blank.
            if (place != column)
                problems.AtToken(text, at, new ProblemSpan(line + 1, column + 1, text.Characters(start, end) + 1), "wrong indentation: expected {0}but found {1}", place.Value, column);
        }
    }

    private static int PlaceOf(in Token token, int seen, ref Nesting nesting, bool isFirst) => token.Style switch
    {
        YamlStyle.Plain => token.Column,
        YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted => token.Column + 1,
        _ => nesting.Style.Inside(OwnerOf(token, nesting.Inner, isFirst), seen),
    };

    // The column that the text of a block scalar is a level further in than.
    private static int OwnerOf(in Token token, in OpenCollection inner, bool isFirst) => inner.Slot switch
    {
        Slot.Between => inner.Place,
        Slot.Value => isFirst ? inner.Place : inner.Column,
        Slot.ValueOfMarkedKey when isFirst => inner.Place,
        _ => token.Column,
    };
}
