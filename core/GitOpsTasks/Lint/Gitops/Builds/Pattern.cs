using System.Buffers;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>A field of a selector of kustomize: a regular expression that has to match the whole of a text; empty matches all.</summary>
internal sealed class Pattern(string text)
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("*+?()[]{}|^$\\.");

    private readonly Lazy<Regex?> _regex = new(() => Compile(text));

    /// <summary>Whether it says anything.</summary>
    public bool IsEmpty => text.Length == 0;

    /// <summary>Whether a text is meant. An expression that cannot be read means every text, so that nothing wrong is told of it.</summary>
    public bool Matches(string value)
    {
        if (text.Length == 0 || text == value)
            return true;
        return text.AsSpan().ContainsAny(s_special) && (_regex.Value?.IsMatch(value) ?? true);
    }

    private static Regex? Compile(string text)
    {
        try
        {
            return new Regex($@"\A(?:{text})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
