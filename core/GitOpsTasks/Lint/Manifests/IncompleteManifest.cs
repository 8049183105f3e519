using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Manifests;

/// <summary>A mapping that looks like a manifest and lacks what says of which kind.</summary>
/// <param name="Root">The mapping.</param>
/// <param name="MissingField">What it lacks: <c>apiVersion</c> or <c>kind</c>.</param>
internal readonly record struct IncompleteManifest(YamlNode Root, string MissingField);
