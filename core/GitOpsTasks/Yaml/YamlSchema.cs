namespace GitOpsTasks.Yaml;

/// <summary>The rules by which scalars without quotes and tags get a type.</summary>
public enum YamlSchema
{
    /// <summary>The core schema of YAML 1.2.2, section 10.3.2.</summary>
    Core,

    /// <summary>
    /// The type repository of YAML 1.1 as its readers apply it. Where PyYAML and go-yaml v2, which Kubernetes uses, differ,
    /// a text that one of them takes for something else than a string is that: <c>y</c> is a boolean, <c>1e3</c> and <c>08</c> are floats.
    /// </summary>
    Yaml11,
}
