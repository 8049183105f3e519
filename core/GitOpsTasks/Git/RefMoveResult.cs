namespace GitOpsTasks.Git;

/// <summary>What became of moving a ref.</summary>
internal enum RefMoveResult
{
    /// <summary>The ref has the new value.</summary>
    Moved,

    /// <summary>Somebody else was first, or the server is busy with the ref. The new value is not in its history.</summary>
    Lost,

    /// <summary>The ref has another value, and as no answer came it is open whether it had the new one in between.</summary>
    Unsettled,
}
