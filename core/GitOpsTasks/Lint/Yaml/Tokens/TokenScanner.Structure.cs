using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>Collections, keys and documents.</summary>
internal ref partial struct TokenScanner
{
    private bool ScanMarker(byte current)
    {
        if (current == '%')
        {
            LeaveDocument();
            if (!_isDone)
                ScanDirective();
            return true;
        }

        if (!Characters.IsMarker(_text, _at, current))
            return false;
        LeaveDocument();
        if (!_isDone)
            Take(current == '-' ? TokenKind.DocumentStart : TokenKind.DocumentEnd, 3);
        return true;
    }

    private void LeaveDocument()
    {
        Unwind(-1);
        DropCurrent();
        _mayBeKey = false;
    }

    private void End()
    {
        Unwind(-1);
        DropCurrent();
        if (_isDone)
            return;
        _isDone = true;
        AddEmpty(TokenKind.StreamEnd);
    }

    private void OpenFlow(TokenKind kind)
    {
        SaveKey();
        _flow++;
        if (_flow >= _keys.Length)
            Array.Resize(ref _keys, _keys.Length * 2);
        CurrentKey = default;
        _mayBeKey = true;
        Take(kind, 1);
    }

    private void CloseFlow(TokenKind kind)
    {
        DropCurrent();
        _flow--;
        _mayBeKey = false;
        Take(kind, 1);
    }

    private void ScanEntry()
    {
        if (_flow == 0)
        {
            if (!_mayBeKey)
            {
                Refuse("An item of a list cannot stand here.", "Begin the list on a line of its own.");
                return;
            }

            if (Indent(Column))
                AddEmpty(TokenKind.BlockSequenceStart);
        }

        _mayBeKey = true;
        DropCurrent();
        Take(TokenKind.BlockEntry, 1);
    }

    private void ScanExplicitKey()
    {
        if (_flow == 0)
        {
            if (!_mayBeKey)
            {
                Refuse("A key cannot stand here.", "Begin the mapping on a line of its own.");
                return;
            }

            if (Indent(Column))
                AddEmpty(TokenKind.BlockMappingStart);
        }

        _mayBeKey = _flow == 0;
        DropCurrent();
        Take(TokenKind.Key, 1);
    }

    private void ScanValue()
    {
        ref var key = ref CurrentKey;
        if (key.IsPossible && !key.IsTooFar(_at, _line))
        {
            key.IsPossible = false;
            _tokens.InsertBefore(key.Token, TokenKind.Key);
            if (_flow == 0 && Indent(key.Column))
                _tokens.InsertBefore(key.Token, TokenKind.BlockMappingStart);
            _mayBeKey = false;
        }
        else
        {
            if (_flow == 0 && !_mayBeKey)
            {
                Refuse("The value of a key cannot stand here.", "Quote the text if the colon is part of it, or begin the mapping on a line of its own.");
                return;
            }

            if (_flow == 0 && Indent(Column))
                AddEmpty(TokenKind.BlockMappingStart);
            _mayBeKey = _flow == 0;
            DropCurrent();
        }

        Take(TokenKind.Value, 1);
    }

    private bool Indent(int column)
    {
        if (_indent >= column)
            return false;
        if (_indentCount == _indents.Length)
            Array.Resize(ref _indents, _indentCount * 2);
        _indents[_indentCount++] = _indent;
        _indent = column;
        return true;
    }

    private void Unwind(int column)
    {
        if (_flow != 0)
            return;
        while (_indent > column)
        {
            _indent = _indents[--_indentCount];
            AddEmpty(TokenKind.BlockEnd);
        }
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
}
