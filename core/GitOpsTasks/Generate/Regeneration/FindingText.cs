using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Tells people of fields that the file has otherwise than the spec.</summary>
/// <param name="object">The object, which may be secret.</param>
/// <param name="isRecorded">Whether it is known what was generated last.</param>
internal sealed class FindingText(YamlMap @object, bool isRecorded)
{
    private readonly bool _isSecret = SecretFields.IsSecret(@object);

    /// <summary>The field with the value that it has, and the spec's.</summary>
    public FieldChange Field(FieldFinding finding) =>
        new(finding.Spot.Place, finding.Spot.Path, ObjectIdentity.Of(@object).ToString(), Show(finding, finding.Current), Show(finding, finding.Wanted));

    /// <summary>A conflict, with all values.</summary>
    public Diagnostic Conflict(FieldFinding finding)
    {
        var (was, here, wanted) = (Show(finding, finding.Recorded), Show(finding, finding.Current), Show(finding, finding.Wanted));
        var hand = here is null ? "was taken out here" : was is null ? $"is '{here}' here" : $"was changed here from '{was}' to '{here}'";
        var spec = (was, wanted) switch
        {
            (_, null) => "and the spec no longer has it",
            (null, _) when !isRecorded => $"the spec wants '{wanted}', and no record says who changed it",
            (null, _) => $"and the spec now has '{wanted}'",
            _ when here is null => $"and the spec changed it from '{was}' to '{wanted}'",
            _ => $"and by the spec to '{wanted}'",
        };
        return Diagnostic.Error(
            RegenerationCodes.FieldConflict,
            $"'{finding.Spot.Path}' {hand}, {spec}.",
            "Change one of them to what is right; or pass --on-conflict spec to take the spec's values, --on-conflict file to keep those here.",
            finding.Spot.Place);
    }

    private string? Show(FieldFinding finding, YamlValue? value) =>
        ValueText.Of(value, _isSecret && (SecretFields.Hold(finding.Spot.Path) || finding.Spot.Path.Length == 0));
}
