namespace GitOpsTasks.Build.Names;

/// <summary>Reads one expression: a name, then at most one text in quotes and <c>tz=</c> with another.</summary>
internal sealed class TemplateReader(PlacedText source, int open)
{
    private readonly int _open = open;
    private int _at = open + 2;

    /// <summary>Where the expression has ended.</summary>
    public int End => _at;

    private string Text => source.Text;

    /// <summary>Reads it.</summary>
    public TemplateCall Read()
    {
        SkipSpace();
        var name = Word();
        PlacedText? format = null;
        PlacedText? zone = null;
        for (SkipSpace(); !AtEnd(); SkipSpace())
        {
            var start = _at;
            if (Text[_at] is '\'' or '"')
                Take(ref format, start);
            else if (Word() == "tz" && _at < Text.Length && Text[_at] == '=')
                Take(ref zone, start);
            else
                throw Fault(start, "holds something that is neither a format nor tz=");
        }

        _at += 2;
        return new TemplateCall(source.Slice(_open, _at - _open), name, format, zone);
    }

    private void Take(ref PlacedText? argument, int start)
    {
        if (argument is not null)
            throw Fault(start, "gives an argument twice");
        if (Text[_at] == '=')
            _at++;
        var quote = _at < Text.Length ? Text[_at] : ' ';
        var close = quote is '\'' or '"' ? Text.IndexOf(quote, _at + 1) : -1;
        if (close < 0)
            throw Fault(start, "has an argument without quotes around it");
        argument = source.Slice(_at + 1, close - _at - 1);
        _at = close + 1;
    }

    // Expressions of a workflow file (${{ github.ref }}) are read as names too, to be refused by name.
    private string Word()
    {
        var start = _at;
        while (_at < Text.Length && (char.IsLetterOrDigit(Text[_at]) || Text[_at] is '_' or '.' or '-' or '#' or '/'))
            _at++;
        return _at > start ? Text[start.._at] : throw Fault(start, "names nothing");
    }

    private bool AtEnd()
    {
        if (_at >= Text.Length)
            throw Fault(_open, "is not closed");
        return string.CompareOrdinal(Text, _at, "}}", 0, 2) == 0;
    }

    private void SkipSpace()
    {
        while (_at < Text.Length && Text[_at] == ' ')
            _at++;
    }

    private Contracts.TaskFailedException Fault(int at, string what) => source.From(Math.Min(at, Text.Length)).Refuse(
        NameCodes.ExpressionInvalid,
        $"The expression '{Text[_open..]}' {what}.",
        "Write {{name}} or {{date 'YYYYMMDD' tz='Europe/Berlin'}}; a field of a line that holds a comma needs double quotes around it.");
}
