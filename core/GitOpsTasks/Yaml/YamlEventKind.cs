namespace GitOpsTasks.Yaml;

/// <summary>What a <see cref="YamlEvent"/> tells: the events of the serialization of a stream (YAML 1.2.2, 3.1).</summary>
public enum YamlEventKind
{
    /// <summary>The stream begins.</summary>
    StreamStart,

    /// <summary>A document begins.</summary>
    DocumentStart,

    /// <summary>A mapping begins; its keys and values follow in turn.</summary>
    MappingStart,

    /// <summary>A mapping ends.</summary>
    MappingEnd,

    /// <summary>A sequence begins.</summary>
    SequenceStart,

    /// <summary>A sequence ends.</summary>
    SequenceEnd,

    /// <summary>A scalar.</summary>
    Scalar,

    /// <summary>An alias.</summary>
    Alias,

    /// <summary>A document ends.</summary>
    DocumentEnd,

    /// <summary>The stream ends.</summary>
    StreamEnd,
}
