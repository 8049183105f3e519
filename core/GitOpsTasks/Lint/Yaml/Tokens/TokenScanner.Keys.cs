namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>Keys without a question mark, and what is refused where.</summary>
internal ref partial struct TokenScanner
{
    // Goes on to where the next token begins. A key that lacks its colon shows here: where the text before went on over the end of
    // the line already, or after the blanks and comments.
    private bool TryReachToken()
    {
        (_from, _fromLine) = (_at, _line);
        var (fetched, pending) = (_fetched, _pending);
        _fetched = _tokens.Count;
        _pending = Math.Min(PendingToken(_keys[0]), PendingToken(CurrentKey));
        ref var outer = ref _keys[0];
        if (outer is { IsPossible: true, IsRequired: true } && outer.IsTooFar(_at, _line))
        {
            _fetched = Math.Min(fetched, pending);
            Drop(ref outer);
            return false;
        }

        SkipToNext();
        if (outer.IsPossible && outer.IsTooFar(_at, _line))
            Drop(ref outer);
        return !_isDone;
    }

    private void SaveKey()
    {
        if (!_mayBeKey)
            return;
        DropCurrent();
        CurrentKey = new SimpleKey
        {
            IsPossible = true,
            IsRequired = _flow == 0 && _indent == Column,
            Token = _tokens.Count,
            Start = _at,
            Line = _line,
            Column = Column,
        };
    }

    private void DropCurrent() => Drop(ref CurrentKey);

    private void Drop(ref SimpleKey key)
    {
        if (key is { IsPossible: true, IsRequired: true })
            Refuse("A key lacks its colon.", "Write a colon and a space after the key.");
        key.IsPossible = false;
    }

    // Goes on after what only YAML 1.1 refuses.
    private void Note(string message, string? advice)
    {
        if (Error is not null)
            return;
        var settled = Math.Min(_fetched, _pending);
        for (var level = 0; level <= Math.Max(0, _flow); level++)
        {
            if (_keys[level].IsPossible && (_keys[level].IsRequired || !_keys[level].IsTooFar(_from, _fromLine)))
                settled = Math.Min(settled, _keys[level].Token);
        }

        Error = new ScanError(_at, _line, Column, settled, message, advice);
    }

    private void Refuse(string message, string? advice)
    {
        Note(message, advice);
        _isDone = true;
    }

    private readonly int PendingToken(in SimpleKey key) => key.IsPossible && !key.IsTooFar(_from, _fromLine) ? key.Token : int.MaxValue;
}
