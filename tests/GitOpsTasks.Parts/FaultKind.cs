namespace GitOpsTasks.Parts;

/// <summary>The sorts of <see cref="Fault"/>.</summary>
public enum FaultKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>The connection breaks while the client sends.</summary>
    CutRequest,

    /// <summary>The connection breaks while the server answers.</summary>
    CutAnswer,

    /// <summary>The answer stops coming.</summary>
    Silence,

    /// <summary>Another answer than the server's.</summary>
    Answer,
}
