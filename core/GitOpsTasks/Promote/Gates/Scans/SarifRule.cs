using System.Globalization;
using System.Text.Json;
using GitOpsTasks.Config;

namespace GitOpsTasks.Promote.Gates.Scans;

/// <summary>What a report says about a rule, as far as it tells how severe findings of it are.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Score">Its CVSS score, from 0 to 10; null where there is none.</param>
/// <param name="Level">SARIF's own level of its findings; null where it is not told.</param>
internal sealed record SarifRule(string Id, double? Score, string? Level)
{
    /// <summary>Reads one.</summary>
    public static SarifRule Read(JsonElement rule) => new(
        JsonText.At(rule, "id") ?? "",
        ScoreOf(rule),
        JsonText.At(rule, "defaultConfiguration", "level"));

    /// <summary>The score that scanners write beside a rule or a finding, as a text or a number.</summary>
    public static double? ScoreOf(JsonElement element) => JsonText.Member(element, "properties", "security-severity") switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.String } text when double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var score) => score,
        _ => null,
    };

    /// <summary>How severe a score is; the limits are those of CVSS 3 and of GitHub's code scanning.</summary>
    public static ScanLevel? LevelOf(double score) => score switch
    {
        >= 9.0 => ScanLevel.Critical,
        >= 7.0 => ScanLevel.High,
        >= 4.0 => ScanLevel.Medium,
        > 0 => ScanLevel.Low,
        _ => null,
    };

    /// <summary>How severe a level of SARIF is at least. Trivy and Grype write error for what is high and for what is critical.</summary>
    public static ScanLevel? LevelOf(string level) => level switch
    {
        "error" => ScanLevel.High,
        "warning" => ScanLevel.Medium,
        "note" => ScanLevel.Low,
        _ => null,
    };
}
