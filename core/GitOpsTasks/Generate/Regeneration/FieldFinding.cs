using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>A field that the file has otherwise than the spec.</summary>
/// <param name="Spot">Where it is.</param>
/// <param name="Recorded">What was generated last; null where nothing was.</param>
/// <param name="Wanted">What the spec wants; null where nothing.</param>
/// <param name="Current">What the file has; null where nothing.</param>
internal sealed record FieldFinding(FieldSpot Spot, YamlValue? Recorded, YamlValue? Wanted, YamlValue? Current);
