namespace GitOpsTasks.Images.Policies;

/// <summary>How a version is held against that of a constraint.</summary>
public enum ConstraintOperator
{
    /// <summary><c>=</c> or nothing: the same; with a wildcard or a missing number, as <see cref="Tilde"/>.</summary>
    Equal,

    /// <summary><c>!=</c>.</summary>
    NotEqual,

    /// <summary><c>&gt;</c>.</summary>
    Greater,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&gt;=</c> or <c>=&gt;</c>.</summary>
    GreaterOrEqual,

    /// <summary><c>&lt;=</c> or <c>=&lt;</c>.</summary>
    LessOrEqual,

    /// <summary><c>~</c> or <c>~&gt;</c>: the last number that is written may grow, the patch number in any case.</summary>
    Tilde,

    /// <summary><c>^</c>: what comes after the first number that is not 0 may grow.</summary>
    Caret,
}
