namespace GitOpsTasks.Lint.Schema;

/// <summary>The types a value may have; none of them where any will do.</summary>
[Flags]
public enum SchemaTypes
{
    /// <summary>Anything.</summary>
    Any = 0,

    /// <summary>A text.</summary>
    String = 1,

    /// <summary>A whole number.</summary>
    Integer = 2,

    /// <summary>A number.</summary>
    Number = 4,

    /// <summary>True or false.</summary>
    Boolean = 8,

    /// <summary>A mapping.</summary>
    Object = 16,

    /// <summary>A sequence.</summary>
    Array = 32,
}
