using System.Text;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Lint.Schema;

/// <summary>A regular expression of a schema, in Go's syntax; found anywhere in a text unless it is anchored. Compiled when first used.</summary>
/// <param name="text">As it stands in the schema.</param>
public sealed class SchemaPattern(string text)
{
    private readonly Lazy<Regex?> _regex = new(() => Compile(text));

    /// <summary>As it stands in the schema.</summary>
    public string Text { get; } = text;

    /// <summary>Whether .NET can read the expression.</summary>
    public bool IsReadable => _regex.Value is not null;

    /// <summary>Whether a text has the form. An expression that .NET cannot read is met by all.</summary>
    public bool Matches(string value) => _regex.Value?.IsMatch(value) ?? true;

    // Like Go's engine, this one takes time in proportion to the text; schemas come from repositories under check.
    private static Regex? Compile(string text)
    {
        try
        {
            return new Regex(AnchorAtEnd(text), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // '$' is the end in Go; in .NET it is also before a line feed at the end.
    private static string AnchorAtEnd(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        var isInClass = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                result.Append(text, i++, 2);
                continue;
            }

            isInClass = isInClass ? text[i] != ']' : text[i] == '[';
            result.Append(text[i] == '$' && !isInClass ? @"\z" : text[i].ToString());
        }

        return result.ToString();
    }
}
