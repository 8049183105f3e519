using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>Documents and their marks.</summary>
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
}
