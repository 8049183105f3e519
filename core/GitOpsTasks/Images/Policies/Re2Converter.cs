using System.Text;

namespace GitOpsTasks.Images.Policies;

/// <summary>
/// Writes an RE2 pattern as .NET spells it. Groups lose their names, for .NET numbers named groups last and RE2 in the order
/// they open. What only .NET understands is refused, so that a pattern that works here works in Flux.
/// </summary>
internal sealed class Re2Converter(string pattern)
{
    private const int LongestPattern = 1000;
    private readonly StringBuilder _output = new();
    private readonly List<string> _groups = [""];
    private readonly RepeatBudget _budget = new();
    private int _at;

    /// <summary>The names of the groups by number; empty for those without a name, and for number 0.</summary>
    public IReadOnlyList<string> Groups => _groups;

    /// <summary>The pattern for .NET.</summary>
    /// <exception cref="FormatException">It is not in RE2's syntax.</exception>
    public string Convert()
    {
        if (pattern.Length > LongestPattern)
            throw new FormatException($"it is longer than {LongestPattern} characters");
        while (_at < pattern.Length)
        {
            switch (pattern[_at])
            {
                case '\\':
                    _budget.Atom();
                    Append(Re2Escape.Convert(pattern, _at, isInClass: false));
                    break;
                case '[':
                    _budget.Atom();
                    Append(Re2Class.Convert(pattern, _at));
                    break;
                case '(':
                    OpenGroup();
                    break;
                case ')':
                    _budget.Close();
                    Copy(1);
                    break;
                case '{':
                    Repeat();
                    break;
                default:
                    if (pattern[_at] is not ('*' or '+' or '?'))
                        _budget.Atom();
                    Copy(1);
                    break;
            }
        }

        return _output.ToString();
    }

    private void OpenGroup()
    {
        var header = Re2Group.Read(pattern, _at);
        if (header.Name is { } name)
        {
            if (name.Length > 0 && _groups.Contains(name))
                throw new FormatException($"it has two groups named '{name}'");
            _groups.Add(name);
        }

        if (header.HasContent)
            _budget.Open();
        _output.Append(header.Converted);
        _at += header.Length;
    }

    // A brace that does not hold numbers stands for itself.
    private void Repeat()
    {
        var close = pattern.IndexOf('}', _at);
        var bounds = close < 0 ? [] : pattern[(_at + 1)..close].Split(',');
        if (bounds.Length is 0 or > 2 || !IsNumber(bounds[0]) || (bounds.Length == 2 && bounds[1].Length > 0 && !IsNumber(bounds[1])))
        {
            _budget.Atom();
            _output.Append("\\{");
            _at++;
            return;
        }

        _budget.Repeat(bounds.Where(IsNumber).Max(bound => int.TryParse(bound, out var times) ? times : int.MaxValue));
        Copy(close + 1 - _at);
    }

    private void Append((string Converted, int Length) piece)
    {
        _output.Append(piece.Converted);
        _at += piece.Length;
    }

    private void Copy(int length)
    {
        _output.Append(pattern, _at, length);
        _at += length;
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
