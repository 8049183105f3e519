namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Reads the documents of a stream (YAML 1.2.2, chapter 9), and reads on after a broken one.</summary>
internal sealed class StreamParser : IDisposable
{
    private readonly NodeTable _nodes;
    private readonly FlowParser _flow;
    private readonly BlockStack _stack;
    private readonly YamlLimits _limits;
    private readonly TokenLog? _log;
    private readonly List<DocumentData> _documents = new(1);
    private List<Finding>? _findings;
    private bool _mayBeBare = true;

    public StreamParser(YamlLimits limits, int length, TokenLog? log)
    {
        _limits = limits;
        _log = log;
        _nodes = new NodeTable(limits, length / 12);
        _flow = new FlowParser(_nodes, limits);
        _stack = new BlockStack(limits);
    }

    /// <summary>The documents that were read.</summary>
    public DocumentData[] Documents => [.. _documents];

    /// <summary>Their nodes.</summary>
    public NodeTable Nodes => _nodes;

    /// <summary>What is wrong with the rest.</summary>
    public IReadOnlyList<Finding> Findings => _findings ?? (IReadOnlyList<Finding>)[];

    /// <summary>Reads a text to its end, or to where a budget is used up.</summary>
    public void Parse(ReadOnlySpan<byte> text)
    {
        var cursor = new Cursor(text, _log);
        cursor.EnterLine(0);
        while (ReadDocument(ref cursor))
        {
        }
    }

    public void Dispose() => _nodes.Dispose();

    private bool ReadDocument(ref Cursor cursor)
    {
        var root = _nodes.Count;
        try
        {
            SkipPrefix(ref cursor);
            if (cursor.IsAtEnd)
                return false;
            var handles = ReadDirectives(ref cursor);
            var isExplicit = cursor.IsAtMarker && cursor.Current == '-';
            if (isExplicit)
                cursor.Take(YamlTokenKind.DocumentStart, 3);
            _nodes.StartDocument();
            new BlockParser(_nodes, _flow, _stack, handles).Parse(ref cursor, isExplicit);
            var isEnded = !cursor.IsAtEnd && cursor.Current == '.';
            if (isEnded)
                ReadEnd(ref cursor);
            _mayBeBare = isEnded;
            _documents.Add(new DocumentData(root, isExplicit, isEnded, handles));
            if (_nodes.UndefinedAliases.Count > 0)
                ReportUndefinedAliases(cursor.Text);
            return true;
        }
        catch (SyntaxErrorException e)
        {
            _nodes.Truncate(root);
            (_findings ??= []).Add(new Finding(YamlCodes.Syntax, e.Offset, "This is not YAML: " + char.ToLowerInvariant(e.Message[0]) + e.Message[1..], e.Advice));
            return Recover(ref cursor);
        }
        catch (BudgetExceededException e)
        {
            _nodes.Truncate(root);
            (_findings ??= []).Add(new Finding(YamlCodes.TooLarge, e.Offset, e.Message, null));
            _log?.SkipTo(cursor.Text.Length);
            return false;
        }
    }

    // What may stand between documents: comments, byte order marks, and ends of documents.
    private void SkipPrefix(ref Cursor cursor)
    {
        while (true)
        {
            cursor.SkipToContent();
            if (cursor.At == cursor.LineStart && cursor.Text[cursor.At..].StartsWith("\uFEFF"u8))
                cursor.EnterLine(cursor.At + 3);
            else if (!cursor.IsAtEnd && cursor.IsAtMarker && cursor.Current == '.')
                ReadEnd(ref cursor);
            else
                return;
        }
    }

    private void ReadEnd(ref Cursor cursor)
    {
        cursor.Take(YamlTokenKind.DocumentEnd, 3);
        cursor.SkipBlanks();
        if (!cursor.IsAtEndOfContent)
            throw new SyntaxErrorException(cursor.At, "Nothing but a comment may follow the end of a document on its line.");
        _mayBeBare = true;
    }

    private TagHandles? ReadDirectives(ref Cursor cursor)
    {
        if (cursor.Current != '%' || cursor.At != cursor.LineStart)
        {
            return _mayBeBare || cursor.IsAtMarker
                ? null
                : throw new SyntaxErrorException(cursor.At, "The document has ended before this line.", "Begin a new document with ---.");
        }

        if (!_mayBeBare)
            throw new SyntaxErrorException(cursor.At, "A directive cannot stand here: the document before has not ended.", "Put a line of ... before it.");
        var handles = DirectiveParser.Parse(ref cursor);
        if (cursor.IsAtEnd || !cursor.IsAtMarker || cursor.Current != '-')
            throw new SyntaxErrorException(Math.Min(cursor.At, cursor.Text.Length), "After directives, a document has to begin with ---.");
        return handles;
    }

    private void ReportUndefinedAliases(ReadOnlySpan<byte> text)
    {
        foreach (var alias in _nodes.UndefinedAliases.Take(_limits.Errors - Findings.Count))
        {
            var name = System.Text.Encoding.UTF8.GetString(text[(alias.Start + 1)..alias.End]);
            (_findings ??= []).Add(new Finding(YamlCodes.UndefinedAlias, alias.Start, $"This is not YAML: no anchor &{name} stands before this alias.", "Define the anchor earlier in this document, or quote the text."));
        }
    }

    // A line that begins a document does so wherever it stands: no scalar and no collection goes on over it.
    private bool Recover(ref Cursor cursor)
    {
        var text = cursor.Text;
        var at = Math.Min(cursor.At, text.Length);
        if (at > 0 && !Characters.IsBreak(text[at - 1]))
            at = NextLine(text, at);
        while (at < text.Length && !Characters.IsDocumentMarker(text, at))
            at = NextLine(text, at);
        _log?.SkipTo(at);
        cursor.EnterLine(at);
        _mayBeBare = false;
        if (_findings!.Count < _limits.Errors)
            return true;
        _log?.SkipTo(text.Length);
        return false;
    }

    private static int NextLine(ReadOnlySpan<byte> text, int at)
    {
        at = Characters.EndOfLine(text, at);
        return at < text.Length ? Characters.AfterBreak(text, at) : at;
    }
}
