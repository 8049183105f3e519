using System.Runtime.CompilerServices;

namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>The tokens and comments of a text; its memory is used again for the next one.</summary>
internal sealed class TokenList
{
    // Memory of a file much larger than others is not kept.
    private const int MaxKept = 1 << 16;

    private Token[] _tokens = new Token[1024];
    private Comment[] _comments = new Comment[64];

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>The tokens in the order of the text.</summary>
    public Span<Token> All => _tokens.AsSpan(0, Count);

    /// <summary>The comments in the order of the text.</summary>
    public ReadOnlySpan<Comment> Comments => _comments.AsSpan(0, CommentCount);

    /// <summary>How many comments there are.</summary>
    public int CommentCount { get; private set; }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        (Count, CommentCount) = (0, 0);
        if (_tokens.Length > MaxKept)
            _tokens = new Token[1024];
        if (_comments.Length > MaxKept)
            _comments = new Comment[64];
    }

    /// <summary>How many tokens there are, without one whose end is not known.</summary>
    public int CountFinished => Count > 0 && _tokens[Count - 1].End < 0 ? Count - 1 : Count;

    /// <summary>Takes off the last token where its end was not found.</summary>
    public void DropUnfinished() => Count = CountFinished;

    /// <summary>Makes room for a token at the end; the caller fills it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Token Add()
    {
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, Count * 2);
        return ref _tokens[Count++];
    }

    /// <summary>Puts an empty token before another one, where that one starts.</summary>
    public void InsertBefore(int index, TokenKind kind)
    {
        Add();
        Array.Copy(_tokens, index, _tokens, index + 1, Count - index - 1);
        ref var token = ref _tokens[index];
        token.Kind = kind;
        token.Style = default;
        token.End = token.Start;
        token.EndLine = token.Line;
        token.EndColumn = token.Column;
    }

    /// <summary>Adds a comment after the last token.</summary>
    public void AddComment(int start, int end, int line, int column)
    {
        if (CommentCount == _comments.Length)
            Array.Resize(ref _comments, CommentCount * 2);
        _comments[CommentCount++] = new Comment(start, end, line, column, Count - 1);
    }

    /// <summary>Counts columns in code points, for a text in which those are not bytes.</summary>
    public void CountCodePoints(ReadOnlySpan<byte> text)
    {
        var columns = new ColumnCounter(text);
        foreach (ref var token in All)
        {
            token.Column = columns.Of(token.Start - token.Column, token.Start);
            token.EndColumn = columns.Of(token.End - token.EndColumn, token.End);
        }

        columns = new ColumnCounter(text);
        foreach (ref var comment in _comments.AsSpan(0, CommentCount))
            comment = comment with { Column = columns.Of(comment.Start - comment.Column, comment.Start) };
    }
}
