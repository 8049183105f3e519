namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>Collections and the signs in them.</summary>
internal ref partial struct TokenScanner
{
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
}
