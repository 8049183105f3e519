namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>A way in which YamlDotNet departs from the specification and we do not.</summary>
/// <param name="Name">What YamlDotNet does.</param>
/// <param name="Clause">The section of YAML 1.2.2 that decides it, and what it says.</param>
/// <param name="Covers">Whether a comparison shows it.</param>
internal sealed record ReviewedDifference(string Name, string Clause, Func<Comparison, bool> Covers);
